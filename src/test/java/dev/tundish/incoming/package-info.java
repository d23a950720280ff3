/** Tests of what arrives: pure ones, and of what is kept. */
@NullMarked
package dev.tundish.incoming;

import org.jspecify.annotations.NullMarked;
