/** What is true now: shared hot pictures, conflated. */
@NullMarked
package dev.tundish.live;

import org.jspecify.annotations.NullMarked;
