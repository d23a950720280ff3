/** What the tests of all rooms share. */
@NullMarked
package dev.tundish;

import org.jspecify.annotations.NullMarked;
