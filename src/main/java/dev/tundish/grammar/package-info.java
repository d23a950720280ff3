/** How moments, durations, amounts and names are written (contract, 2 and 4): pure functions over text. */
@NullMarked
package dev.tundish.grammar;

import org.jspecify.annotations.NullMarked;
