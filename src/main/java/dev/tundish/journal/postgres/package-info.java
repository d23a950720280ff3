/**
 * The journal in PostgreSQL. All writes of one campaign are serialised by the lock on its row in {@code campaign_head},
 * which is taken first and alone; whoever holds it raises the version by one.
 */
@NullMarked
package dev.tundish.journal.postgres;

import org.jspecify.annotations.NullMarked;
