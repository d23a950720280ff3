package dev.tundish.access;

/**
 * Someone who may log in to the pages.
 *
 * @param passwordHash as the password encoder wrote it, with the name of its method in front
 * @param mustChange whether the password was made for them and has to be changed at the next login
 * @param turn raised whenever what they may do changes: a page that was opened before has to be opened anew
 */
public record User(String name, String passwordHash, Role role, boolean mustChange, State state, int turn) {

    /** One who is in. */
    public User(String name, String passwordHash, Role role, boolean mustChange) {
        this(name, passwordHash, role, mustChange, State.ACTIVE, 0);
    }

    /** Where somebody stands. */
    public enum State {
        /** Was sent a link, and has not chosen a password yet. */
        INVITED,
        /** May log in. */
        ACTIVE,
        /** May not any more; the name stays in what was written down. */
        DEACTIVATED
    }

    /** The hash stays out of whatever prints a user. */
    @Override
    public String toString() {
        return "User[" + name + ", " + role + ", " + state + "]";
    }
}
