package dev.tundish.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Everything that the demo sends, in the order of sending, without an end: a pure function of the seed and the acts. It
 * looks no clock up and holds one small entry a lead whose story is under way; the story itself is told again whenever
 * its next sending is due, so that nothing is kept that the seed can give.
 *
 * <p>Ids follow from the seed, the speed and the moment at which the demo first started. A script that begins in the
 * middle therefore goes on exactly where another one with the same three stopped.
 */
final class Script {

    private static final Duration SLOT = Duration.ofMinutes(1);

    private final long seed;
    private final List<Act> acts;
    private final Instant from;
    private final Gap gap;
    private final PriorityQueue<Entry> entries = new PriorityQueue<>(Comparator.comparing(Entry::at)
            .thenComparing(entry -> entry.act().number())
            .thenComparing(Entry::slot)
            .thenComparing(Entry::lead)
            .thenComparing(Entry::sending));

    /**
     * What comes next of an act (lead -1: a slot of it opens) or of one of its leads.
     *
     * @param slot the minute of capture, counted from the act's start
     */
    private record Entry(Instant at, Act act, int slot, int lead, int sending) {}

    /** @param from sendings before this moment are left out */
    Script(long seed, Acts acts, Instant from, Gap gap) {
        this.seed = Dice.mix(seed, acts.live().getEpochSecond(), Double.doubleToLongBits(acts.speed()));
        this.acts = acts.all();
        this.from = from;
        this.gap = gap;
        this.acts.forEach(this::begin);
    }

    /** When the next sending is due. */
    Instant nextAt() {
        settle();
        return entries.element().at();
    }

    /** Takes what is due at this moment, at most so many, in the order of sending. */
    List<DemoEvent> due(Instant now, int most) {
        List<DemoEvent> due = new ArrayList<>();
        while (due.size() < most && !nextAt().isAfter(now)) {
            Entry entry = entries.remove();
            List<Sending> sendings = sendings(entry);
            due.add(sendings.get(entry.sending()).event());
            enqueue(entry, sendings, entry.sending() + 1);
        }
        return due;
    }

    /** How many leads' stories are under way: what this script weighs. */
    int underWay() {
        return entries.size();
    }

    private void begin(Act act) {
        Instant earliest = from.minus(act.longest()).minus(Story.LATEST_SENDING);
        Instant first = earliest.isAfter(act.start()) ? earliest : act.start();
        if (first.isBefore(act.end())) {
            open(act, (int) Duration.between(act.start(), first).dividedBy(SLOT));
        }
    }

    private void open(Act act, int slot) {
        Instant at = act.start().plus(SLOT.multipliedBy(slot));
        if (at.isBefore(act.end())) {
            entries.add(new Entry(at, act, slot, -1, 0));
        }
    }

    /** Opens slots until a lead's sending stands at the head. */
    private void settle() {
        while (entries.element().lead() < 0) {
            Entry opening = entries.remove();
            Act act = opening.act();
            int leads = Dice.of(seed, act.number(), opening.slot())
                    .poisson(act.rate().at(opening.at()));
            for (int lead = 0; lead < leads; lead++) {
                Entry entry = new Entry(opening.at(), act, opening.slot(), lead, 0);
                enqueue(entry, sendings(entry), 0);
            }
            open(act, opening.slot() + 1);
        }
    }

    /** Puts the lead back with its next sending from this number on, if it has one. */
    private void enqueue(Entry entry, List<Sending> sendings, int next) {
        int sending = next;
        while (sending < sendings.size() && sendings.get(sending).sendAt().isBefore(from)) {
            sending++;
        }
        if (sending < sendings.size()) {
            Instant at = sendings.get(sending).sendAt();
            entries.add(new Entry(at, entry.act(), entry.slot(), entry.lead(), sending));
        }
    }

    private List<Sending> sendings(Entry entry) {
        Act act = entry.act();
        Dice dice = Dice.of(seed, act.number(), entry.slot(), entry.lead());
        Instant slot = act.start().plus(SLOT.multipliedBy(entry.slot()));
        Instant captured = slot.plus(dice.between(Duration.ZERO, SLOT)).truncatedTo(ChronoUnit.MILLIS);
        if (gap.holds(captured)) {
            return List.of();
        }
        long name = Dice.mix(seed, act.number(), entry.slot(), entry.lead(), 1) >>> 4;
        String lead = "L" + Long.toString(name, Character.MAX_RADIX);
        Draft draft = new Draft(act.key(), lead, captured, captured.plus(act.longest()), dice);
        act.story().tell(draft);
        return draft.sendings();
    }
}
