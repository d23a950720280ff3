/** Deliberate faults, for the rules to find. */
@NullMarked
package dev.tundish.wrong.funnel;

import org.jspecify.annotations.NullMarked;
