/** Tests of the grammar. */
@NullMarked
package dev.tundish.grammar;

import org.jspecify.annotations.NullMarked;
