/** Tests of the pages from a leak to its leads. */
@NullMarked
package dev.tundish.dashboard.explore;

import org.jspecify.annotations.NullMarked;
