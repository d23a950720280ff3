/** Reports from PostgreSQL: counters read from the tallies, cubes loaded from the journeys and caught up by version. */
@NullMarked
package dev.tundish.report.postgres;

import org.jspecify.annotations.NullMarked;
