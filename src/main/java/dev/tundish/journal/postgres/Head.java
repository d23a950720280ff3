package dev.tundish.journal.postgres;

import static dev.tundish.journal.postgres.Session.get;

import io.r2dbc.spi.Readable;

/**
 * A campaign's head, while it is locked.
 *
 * @param erased how many of its leads were erased
 */
record Head(int campaign, long version, int epoch, int flowVersion, int leads, long events, int erased) {

    static final String COLUMNS = "campaign_id, version, epoch, flow_version, leads, events, erased";

    static Head read(Readable row) {
        return new Head(
                get(row.get(0, Integer.class)),
                get(row.get(1, Long.class)),
                get(row.get(2, Integer.class)),
                get(row.get(3, Integer.class)),
                get(row.get(4, Integer.class)),
                get(row.get(5, Long.class)),
                get(row.get(6, Integer.class)));
    }
}
