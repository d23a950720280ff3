/** Deliberate faults, for the rules to find. */
@NullMarked
package dev.tundish.wrong;

import org.jspecify.annotations.NullMarked;
