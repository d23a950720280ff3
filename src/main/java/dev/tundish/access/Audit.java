package dev.tundish.access;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Who did what and when, for good: it can be added to and read. No secret stands in it, and nothing of who a lead is.
 */
public interface Audit {

    /**
     * Writes down what was done.
     *
     * @param who a user's name, or a key by its name and how it begins
     * @param what in words
     */
    Mono<Void> record(String who, Kind kind, String what);

    /** How many entries there are. */
    Mono<Long> count(Question question);

    /** The entries, newest first. */
    Flux<Entry> find(Question question, long offset, int limit);

    /** What an entry is about. */
    enum Kind {
        USERS,
        SIGN_INS,
        KEYS,
        CAMPAIGNS,
        CHANGES,
        IMPORTS,
        EXPORTS,
        ERASURES;

        /** The name as it is kept. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One thing that was done. */
    record Entry(Instant at, String who, Kind kind, String what) {}

    /**
     * Which entries are looked for.
     *
     * @param text stands in who or what, in whatever case; blank: anything
     * @param kind null: any
     * @param from, until null: whenever; the latter is not among them
     */
    record Question(
            String text,
            @Nullable Kind kind,
            @Nullable Instant from,
            @Nullable Instant until) {

        public static final Question ALL = new Question("", null, null, null);
    }
}
