package dev.tundish.database;

import java.time.Instant;
import java.util.List;

/**
 * What a backup holds.
 *
 * @param format of the file; a change that an older Tundish could misread raises it
 * @param tundish the version that wrote it, for people
 * @param schema the migration that the tables stand at
 * @param tables in an order in which they can be filled
 */
record Manifest(
        int format, String tundish, String schema, Instant takenAt, List<Table> tables, List<Sequence> sequences) {

    static final int FORMAT = 1;
    static final String ENTRY = "manifest.json";

    /**
     * @param sha256 of its entry, in hex
     */
    record Table(String name, List<String> columns, long rows, String sha256) {

        String entry() {
            return "tables/" + name + ".copy";
        }
    }

    /** Where a sequence stands; {@code used} as PostgreSQL's {@code is_called}. */
    record Sequence(String name, long value, boolean used) {}
}
