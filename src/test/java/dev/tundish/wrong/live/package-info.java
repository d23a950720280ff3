/** Deliberate faults, for the rules to find. */
@NullMarked
package dev.tundish.wrong.live;

import org.jspecify.annotations.NullMarked;
