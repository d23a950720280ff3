package dev.tundish.journal.postgres;

import dev.tundish.journal.DatabaseAway;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * A bounded queue with one writer: while one batch commits the next one gathers, and an idle lane writes at once.
 *
 * <p>A queue of its own rather than a sink: the bound counts entries and not submissions, a submission is not torn, and
 * what another node holds up goes back to the head. The monitor guards the queue for the length of a few operations,
 * never across I/O; what is set aside belongs to the loop, of which there is one at a time.
 */
final class Lane {

    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    /** Entries of one batch; a larger submission makes several. */
    static final int BATCH = 2_000;

    /** How long a campaign that another node holds is tried for. */
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private static final Duration PAUSE = Duration.ofMillis(5);

    private final LaneWriter writer;
    private final int capacity;
    private final InstantSource clock;
    private final Deque<List<Slot>> waiting = new ArrayDeque<>();
    private final Map<Integer, Aside> aside = new LinkedHashMap<>();
    private int depth;
    private boolean running;
    private boolean closing;
    private final Sinks.Empty<Void> drained = Sinks.empty();

    Lane(LaneWriter writer, int capacity, InstantSource clock) {
        this.writer = writer;
        this.capacity = capacity;
        this.clock = clock;
    }

    /** Keeps room for so many entries, or not: then it is full, or closed. */
    synchronized boolean reserve(int entries) {
        if (closing || depth + entries > capacity) {
            return false;
        }
        depth += entries;
        return true;
    }

    /** Gives room back. */
    synchronized void release(int entries) {
        depth -= entries;
        endWhenDrained();
    }

    synchronized int depth() {
        return depth;
    }

    /** Takes entries for which room was kept. */
    void offer(List<Slot> slots) {
        synchronized (this) {
            waiting.add(slots);
            if (running) {
                return;
            }
            running = true;
        }
        Mono.defer(this::step)
                .repeat(this::hasMore)
                .subscribeOn(Schedulers.parallel())
                .subscribe();
    }

    /** Takes no more, and completes when all that was taken is answered. */
    Mono<Void> close() {
        synchronized (this) {
            closing = true;
            endWhenDrained();
        }
        return drained.asMono().then(writer.close());
    }

    private void endWhenDrained() {
        if (closing && depth == 0) {
            drained.tryEmitEmpty();
        }
    }

    private synchronized boolean hasMore() {
        running = !waiting.isEmpty() || !aside.isEmpty();
        return running;
    }

    private Mono<Void> step() {
        List<Slot> batch = drain(clock.instant());
        if (batch.isEmpty()) {
            return Mono.delay(PAUSE).then();
        }
        return writer.write(batch)
                .onErrorResume(failure -> {
                    LOG.error("A batch was not written: {}", Failure.code(failure), failure);
                    batch.forEach(slot -> slot.fail(new DatabaseAway(failure)));
                    return Mono.just(LaneWriter.Left.NOTHING);
                })
                .doOnNext(left -> {
                    int expired = putAside(left.away(), clock.instant());
                    putBack(left.again());
                    release(batch.size() - left.away().size() - left.again().size() + expired);
                })
                .then();
    }

    /** What is written next. */
    private List<Slot> drain(Instant now) {
        List<Slot> batch = new ArrayList<>();
        for (Aside held : aside.values()) {
            if (!held.due.isAfter(now) && batch.size() < BATCH) {
                int end = Math.min(held.slots.size(), BATCH - batch.size());
                batch.addAll(held.slots.subList(0, end));
                held.slots.subList(0, end).clear();
                held.trying = held.slots.isEmpty();
            }
        }
        synchronized (this) {
            List<Slot> next;
            while ((next = waiting.peek()) != null && (batch.isEmpty() || batch.size() + next.size() <= BATCH)) {
                waiting.remove();
                if (next.size() > BATCH) {
                    waiting.addFirst(next.subList(BATCH, next.size()));
                    next = next.subList(0, BATCH);
                }
                for (Slot slot : next) {
                    Aside held = aside.get(slot.campaign());
                    (held == null || held.trying ? batch : held.slots).add(slot);
                }
            }
        }
        return batch;
    }

    /** Sets entries aside at the head of their campaign's; how many were given up because it took too long. */
    private int putAside(List<Slot> away, Instant now) {
        Map<Integer, List<Slot>> byCampaign = new LinkedHashMap<>();
        away.forEach(slot -> byCampaign
                .computeIfAbsent(slot.campaign(), _ -> new ArrayList<>())
                .add(slot));
        byCampaign.forEach((campaign, slots) -> {
            Aside held = aside.computeIfAbsent(campaign, _ -> new Aside(now));
            held.slots.addAll(0, slots);
            held.trying = false;
            held.due = now.plus(PAUSE);
        });
        int expired = 0;
        for (Iterator<Map.Entry<Integer, Aside>> all = aside.entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<Integer, Aside> entry = all.next();
            Aside held = entry.getValue();
            if (byCampaign.containsKey(entry.getKey())
                    && held.since.plus(LONGEST).isBefore(now)) {
                expired += held.slots.size();
                DatabaseAway failure = new DatabaseAway(new TimeoutException("the campaign is held by another writer"));
                held.slots.forEach(slot -> slot.fail(failure));
                all.remove();
            } else if (held.slots.isEmpty()) {
                all.remove();
            } else if (!byCampaign.containsKey(entry.getKey())) {
                held.since = now;
            }
        }
        return expired;
    }

    private synchronized void putBack(List<Slot> again) {
        if (!again.isEmpty()) {
            waiting.addFirst(again);
        }
    }
}
