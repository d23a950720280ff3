/** Imports in PostgreSQL: the file, its position and its refused rows, and the run that goes on after a restart. */
@NullMarked
package dev.tundish.imports.postgres;

import org.jspecify.annotations.NullMarked;
