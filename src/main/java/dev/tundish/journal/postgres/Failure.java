package dev.tundish.journal.postgres;

import io.r2dbc.spi.R2dbcException;
import java.util.Set;

/** What a failed batch means for its entries. */
enum Failure {
    /** Somebody was in the way: the same again may pass. */
    IN_THE_WAY,
    /** A row that PostgreSQL refuses: find it, and let the others through. */
    REFUSED,
    /** Something here cannot be worked out, such as a damaged journey: find it, and let the others through. */
    BROKEN,
    /** The database cannot be asked, or the outcome is not known. */
    AWAY;

    private static final Set<String> WAITS = Set.of("55P03", "40001", "40P01");

    static Failure of(Throwable failure) {
        if (failure instanceof R2dbcException database) {
            String state = code(database);
            if (WAITS.contains(state)) {
                return IN_THE_WAY;
            }
            return state.startsWith("22") || state.startsWith("23") ? REFUSED : AWAY;
        }
        return failure instanceof IllegalArgumentException
                        || failure instanceof IllegalStateException
                        || failure instanceof NullPointerException
                ? BROKEN
                : AWAY;
    }

    /** The SQLSTATE, or the kind of the failure: what may stand in a log line. Messages may quote a row. */
    static String code(Throwable failure) {
        String state = failure instanceof R2dbcException database ? database.getSqlState() : null;
        return state == null || state.isEmpty() ? failure.getClass().getSimpleName() : state;
    }
}
