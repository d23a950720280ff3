package dev.tundish.dashboard.keys;

import dev.tundish.access.Scope;

/** What a key may do, in plain words. */
final class ScopeWords {

    private ScopeWords() {}

    static String words(Scope scope) {
        return switch (scope) {
            case INGEST -> "Send events";
            case READ -> "Read counts";
            case LEADS -> "See who the leads are";
            case ADMIN -> "Change campaigns and keys";
        };
    }
}
