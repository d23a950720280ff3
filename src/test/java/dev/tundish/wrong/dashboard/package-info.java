/** Deliberate faults, for the rules to find. */
@NullMarked
package dev.tundish.wrong.dashboard;

import org.jspecify.annotations.NullMarked;
