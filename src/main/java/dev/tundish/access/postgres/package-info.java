/** Keys and users, kept in PostgreSQL. */
@NullMarked
package dev.tundish.access.postgres;

import org.jspecify.annotations.NullMarked;
