/** Tests of imports. */
@NullMarked
package dev.tundish.imports;

import org.jspecify.annotations.NullMarked;
