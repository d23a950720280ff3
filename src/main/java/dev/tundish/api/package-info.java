/** HTTP in and out: intake, reports, streams, problems. */
@NullMarked
package dev.tundish.api;

import org.jspecify.annotations.NullMarked;
