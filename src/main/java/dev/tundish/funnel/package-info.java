/** What a journey is and what the numbers mean: pure, without clock, thread or network. */
@NullMarked
package dev.tundish.funnel;

import org.jspecify.annotations.NullMarked;
