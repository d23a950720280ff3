package dev.tundish.incoming.postgres;

import dev.tundish.incoming.Heard;
import dev.tundish.incoming.Source;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** What was heard and is not yet written down: bounded by the number of sources, for it is by source and minute. */
final class Counting {

    record Key(Source source, int minute) {}

    /** What there is to write. */
    record Taken(Map<Key, Heard> counts, Map<Source, Instant> last) {}

    private Map<Key, Heard> counts = new HashMap<>();
    private Map<Source, Instant> last = new HashMap<>();

    synchronized void add(Source source, Instant at, Heard heard) {
        counts.merge(new Key(source, Math.toIntExact(at.getEpochSecond() / 60)), heard, Heard::plus);
        if (heard.all() > heard.unsigned()) {
            last.merge(source, at, (a, b) -> a.isAfter(b) ? a : b);
        }
    }

    synchronized Taken take() {
        Taken taken = new Taken(counts, last);
        counts = new HashMap<>();
        last = new HashMap<>();
        return taken;
    }

    /** It could not be written just now. */
    synchronized void putBack(Taken taken) {
        taken.counts().forEach((key, heard) -> counts.merge(key, heard, Heard::plus));
        taken.last().forEach((source, at) -> last.merge(source, at, (a, b) -> a.isAfter(b) ? a : b));
    }
}
