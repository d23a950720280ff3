package dev.tundish.journal.postgres;

/** How many versions of changes are kept for those who catch up, and how often the older ones are deleted. */
final class Trimming {

    static final long KEPT = 2_000;
    static final long EVERY = 500;

    private Trimming() {}
}
