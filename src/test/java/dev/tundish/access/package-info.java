/** Who may do what, tested. */
@NullMarked
package dev.tundish.access;

import org.jspecify.annotations.NullMarked;
