package dev.tundish.journal;

/** More is waiting to be written than may wait. Nothing is wrong; the sender should come again a little later. */
public final class LaneFull extends RuntimeException {

    private static final long serialVersionUID = 1;

    public LaneFull() {
        super("more events are waiting than may wait; send again", null, false, false);
    }
}
