/** Who may do what: keys, users. */
@NullMarked
package dev.tundish.access;

import org.jspecify.annotations.NullMarked;
