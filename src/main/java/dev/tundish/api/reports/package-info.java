/** Questions about a campaign and their answers, once or as a stream. */
@NullMarked
package dev.tundish.api.reports;

import org.jspecify.annotations.NullMarked;
