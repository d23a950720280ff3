package dev.tundish.journal.postgres;

import java.util.ArrayList;
import java.util.List;

/** Differences in words: all are counted, the first 1,000 are kept. Not safe for threads. */
final class Findings {

    private static final int KEPT = 1_000;

    private final List<String> words = new ArrayList<>();
    private long count;

    void add(String difference) {
        count++;
        if (words.size() < KEPT) {
            words.add(difference);
        }
    }

    long count() {
        return count;
    }

    List<String> words() {
        return List.copyOf(words);
    }
}
