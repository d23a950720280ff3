/** Deliberate faults, for the rules to find. */
@NullMarked
package dev.tundish.wrong.report;

import org.jspecify.annotations.NullMarked;
