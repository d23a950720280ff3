/** Tests of the grammar. */
@NullMarked
package dev.tundish.api.grammar;

import org.jspecify.annotations.NullMarked;
