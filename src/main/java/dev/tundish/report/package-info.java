/** The answer to a question about a campaign. */
@NullMarked
package dev.tundish.report;

import org.jspecify.annotations.NullMarked;
