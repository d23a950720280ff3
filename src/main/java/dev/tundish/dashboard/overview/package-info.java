/** All campaigns at a glance. */
@NullMarked
package dev.tundish.dashboard.overview;

import org.jspecify.annotations.NullMarked;
