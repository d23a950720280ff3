/** Who may do what: keys, users and their sessions; and who did what. */
@NullMarked
package dev.tundish.access;

import org.jspecify.annotations.NullMarked;
