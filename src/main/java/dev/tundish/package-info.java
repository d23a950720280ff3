/** Tundish: a funnel with a gap in it, so that one sees it run. */
@NullMarked
package dev.tundish;

import org.jspecify.annotations.NullMarked;
