/** The database is there: embedded or given, migrated, backed up. */
@NullMarked
package dev.tundish.database;

import org.jspecify.annotations.NullMarked;
