/** The overview, tested without a browser. */
@NullMarked
package dev.tundish.dashboard.overview;

import org.jspecify.annotations.NullMarked;
