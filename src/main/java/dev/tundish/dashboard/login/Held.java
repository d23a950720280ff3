package dev.tundish.dashboard.login;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this node holds of a signed-in browser: stands in the web session, enters the list of those that are held with it,
 * and leaves it with it. Never written anywhere: another node makes its own from the cookie.
 */
final class Held implements HttpSessionBindingListener {

    static final String NAME = Held.class.getName();

    private final UUID session;
    private final int turn;
    private final Set<Held> all;
    private volatile @Nullable HttpSession web;
    private volatile boolean used;

    /** @param turn the user's, when it was signed in */
    Held(UUID session, int turn, Set<Held> all) {
        this.session = session;
        this.turn = turn;
        this.all = all;
    }

    UUID session() {
        return session;
    }

    int turn() {
        return turn;
    }

    /** A request came. */
    void use() {
        used = true;
    }

    /** Whether one came since this was asked the last time. */
    boolean takeUsed() {
        boolean was = used;
        used = false;
        return was;
    }

    /** Takes the web session away: its pages load themselves anew, and come back as what their user is by now, or not. */
    void end() {
        HttpSession here = web;
        if (here != null) {
            try {
                here.invalidate();
            } catch (IllegalStateException overAlready) {
                all.remove(this);
            }
        }
    }

    @Override
    public void valueBound(HttpSessionBindingEvent event) {
        web = event.getSession();
        all.add(this);
    }

    @Override
    public void valueUnbound(HttpSessionBindingEvent event) {
        all.remove(this);
    }
}
