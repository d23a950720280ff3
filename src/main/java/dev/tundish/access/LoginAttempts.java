package dev.tundish.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Slows down those who guess passwords: after a few failures each further try has to wait, twice as long every time. It is
 * counted for a name from an address, for an address, and (mildly, so that nobody can lock out another) for a name. What
 * it remembers is bounded: the {@value #MOST} latest, for an hour.
 */
public final class LoginAttempts {

    static final int MOST = 10_000;
    private static final Duration FORGET = Duration.ofHours(1);

    private final InstantSource clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MOST;
        }
    };

    private record Failures(int count, Instant last) {}

    private record Limit(String key, int free, Duration most) {}

    public LoginAttempts(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Asks to try now. Zero: go on; the try counts as failed until {@link #succeeded} is called, so that many at once
     * gain nothing. Else how long to wait.
     */
    public synchronized Duration tryNow(String user, String address) {
        Instant now = clock.instant();
        Duration wait = Duration.ZERO;
        for (Limit limit : limits(user, address)) {
            Duration its = wait(limit, now);
            wait = its.compareTo(wait) > 0 ? its : wait;
        }
        if (wait.isZero()) {
            for (Limit limit : limits(user, address)) {
                Failures known = known(limit.key(), now);
                failures.put(limit.key(), new Failures(known.count() + 1, now));
            }
        }
        return wait;
    }

    /** The password was right: this name at this address starts anew. */
    public synchronized void succeeded(String user, String address) {
        limits(user, address).forEach(limit -> failures.remove(limit.key()));
    }

    synchronized int size() {
        return failures.size();
    }

    private static List<Limit> limits(String user, String address) {
        String name = user.strip().toLowerCase(Locale.ROOT);
        String cut = name.length() > 64 ? name.substring(0, 64) : name;
        String near = near(address);
        return List.of(
                new Limit("both " + near + " " + cut, 3, Duration.ofMinutes(15)),
                new Limit("address " + near, 20, Duration.ofMinutes(15)),
                new Limit("user " + cut, 20, Duration.ofSeconds(20)));
    }

    /** Whoever has one address of the sixth version has as many as they like beside it: they count as one. */
    private static String near(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(six.getAddress(), 0, 8)
                    : address;
        } catch (IllegalArgumentException noAddress) {
            return address;
        }
    }

    private Duration wait(Limit limit, Instant now) {
        Failures known = known(limit.key(), now);
        if (known.count() < limit.free()) {
            return Duration.ZERO;
        }
        Duration delay = Duration.ofSeconds(1L << Math.min(20, known.count() - limit.free() + 1));
        Duration bounded = delay.compareTo(limit.most()) > 0 ? limit.most() : delay;
        Duration left = Duration.between(now, known.last().plus(bounded));
        return left.isNegative() ? Duration.ZERO : left;
    }

    private Failures known(String key, Instant now) {
        Failures known = failures.get(key);
        return known == null || known.last().plus(FORGET).isBefore(now) ? new Failures(0, now) : known;
    }
}
