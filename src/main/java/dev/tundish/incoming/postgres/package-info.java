/** What arrives, and inbound addresses, kept in PostgreSQL. */
@NullMarked
package dev.tundish.incoming.postgres;

import org.jspecify.annotations.NullMarked;
