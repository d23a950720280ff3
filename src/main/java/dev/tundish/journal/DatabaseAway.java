package dev.tundish.journal;

/** The database cannot be asked, or was lost while it answered: what was being written may or may not be kept. */
public final class DatabaseAway extends RuntimeException {

    private static final long serialVersionUID = 1;

    public DatabaseAway(Throwable cause) {
        super("the database does not answer; send again", cause);
    }
}
