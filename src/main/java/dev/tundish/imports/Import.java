package dev.tundish.imports;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way in, or one that is in.
 *
 * @param campaign the campaign's number
 * @param file the name that it had
 * @param header the names of its columns
 * @param facts null while it is received
 * @param mapping null until somebody looked at it
 * @param rowsDone how many of its rows were dealt with: {@code added + known + refused}
 * @param added rows of which something is new
 * @param known rows of which all was there already
 * @param fileGone whether its rows were removed; what is told of it stays
 * @param by who brought it
 */
public record Import(
        long id,
        int campaign,
        String file,
        List<String> header,
        @Nullable FileFacts facts,
        State state,
        @Nullable Mapping mapping,
        long rowsDone,
        long added,
        long known,
        long refused,
        boolean fileGone,
        String by,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    /** Where it stands. */
    public enum State {
        /** Its file comes in. */
        RECEIVING,
        /** People say what its columns mean. */
        MAPPING,
        /** For its turn. */
        WAITING,
        RUNNING,
        DONE,
        /** By somebody; it can go on. */
        STOPPED,
        /** By a fault of ours, which the log tells; it can go on. */
        FAILED;

        /** The name as it is kept. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether it changes by itself. */
        public boolean isUnderWay() {
            return this == RECEIVING || this == WAITING || this == RUNNING;
        }
    }

    public Import {
        header = List.copyOf(header);
    }

    /** How many rows the file has; 0 while it is received. */
    public long rows() {
        return facts == null ? 0 : facts.rows();
    }
}
