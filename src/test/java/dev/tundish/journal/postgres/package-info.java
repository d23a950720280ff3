/** The journal against a real PostgreSQL. */
@NullMarked
package dev.tundish.journal.postgres;

import org.jspecify.annotations.NullMarked;
