package dev.tundish.journal.postgres;

import dev.tundish.journal.Entry;
import dev.tundish.journal.Journal;
import dev.tundish.journal.LaneFull;
import dev.tundish.journal.Outcome;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link Journal} in PostgreSQL: a bounded lane for each share of the campaigns. */
final class PostgresJournal implements Journal {

    private final List<Lane> lanes;

    PostgresJournal(List<Lane> lanes) {
        this.lanes = List.copyOf(lanes);
    }

    @Override
    public Mono<List<Outcome>> append(List<Entry> entries) {
        return entries.isEmpty() ? Mono.just(List.of()) : Mono.defer(() -> submit(entries));
    }

    /** All or nothing: room is kept in every lane before anything is queued in one. */
    private Mono<List<Outcome>> submit(List<Entry> entries) {
        Append append = new Append(entries.size());
        List<List<Slot>> parts = new ArrayList<>();
        lanes.forEach(_ -> parts.add(new ArrayList<>()));
        for (int n = 0; n < entries.size(); n++) {
            Entry entry = entries.get(n);
            parts.get(lane(entry.campaign())).add(new Slot(entry, EventDetail.write(entry), append, n));
        }
        for (int n = 0; n < parts.size(); n++) {
            if (!lanes.get(n).reserve(parts.get(n).size())) {
                for (int kept = 0; kept < n; kept++) {
                    lanes.get(kept).release(parts.get(kept).size());
                }
                return Mono.error(new LaneFull());
            }
        }
        for (int n = 0; n < parts.size(); n++) {
            if (!parts.get(n).isEmpty()) {
                lanes.get(n).offer(parts.get(n));
            }
        }
        return append.answer();
    }

    private int lane(int campaign) {
        return Math.floorMod(campaign * 0x9E3779B1 >>> 16, lanes.size());
    }

    /** Takes no more, finishes what was taken, and lets the connections go. */
    Mono<Void> close() {
        return Flux.fromIterable(lanes).flatMap(Lane::close).then();
    }
}
