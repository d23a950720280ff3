package dev.tundish.funnel;

import static dev.tundish.funnel.Journey.NEVER;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The journeys of a campaign, column by column. {@code reached} is held as it is; {@code asserted} equals it but for the
 * implied stages (a bit each) and the few that were asserted after a later stage was (in a map).
 */
final class Columns {

    private static final int VOIDED = 1;
    private static final int STATED = 1 << 1;
    private static final int GOOD = 1 << 2;
    private static final int STATUS_SHIFT = 3;
    private static final int LATE_WEIGHT = 80;

    private static final Status[] STATUSES = Status.values();

    private final int stages;
    private final long[][] reached;
    private final Codes implied = new Codes();
    private final Map<Long, Long> late = new HashMap<>();
    /** The stage and two more: 0 is no lead, 1 one in no funnel. */
    private final Codes stage = new Codes();

    private final Codes flags = new Codes();
    private long[] verdictAt = {};
    final Dictionary<List<String>> verdictReasons = new Dictionary<>();
    final Dictionary<String> reasons = new Dictionary<>();
    final Dictionary<Money> values = new Dictionary<>();
    final Map<String, Dictionary<String>> attributes = new TreeMap<>();
    private int size;

    Columns(int stages) {
        this.stages = stages;
        this.reached = new long[stages][0];
    }

    void put(int lead, Journey journey) {
        if (lead < 0 || journey.reached().length != stages) {
            throw new IllegalArgumentException(
                    "lead %d with %d stages does not fit".formatted(lead, journey.reached().length));
        }
        size = Math.max(size, lead + 1);
        putStages(lead, journey);
        Verdict verdict = journey.verdict();
        flags.set(
                lead,
                (journey.voided() ? VOIDED : 0)
                        | (verdict != null && verdict.source() == Verdict.Source.STATED ? STATED : 0)
                        | (verdict != null && verdict.mark() == Mark.GOOD ? GOOD : 0)
                        | journey.status().ordinal() << STATUS_SHIFT);
        if (verdict != null || lead < verdictAt.length) {
            verdictAt = Growth.withRoom(verdictAt, lead, NEVER);
            verdictAt[lead] = verdict == null ? NEVER : verdict.at();
        }
        verdictReasons.set(lead, verdict == null ? null : verdict.reasons());
        reasons.set(lead, journey.reason());
        values.set(lead, journey.value());
        putAttributes(lead, journey.attributes());
    }

    private void putStages(int lead, Journey journey) {
        boolean known = stage.get(lead) != 0;
        int unseen = 0;
        for (int k = 0; k < stages; k++) {
            long at = journey.reached()[k];
            long asserted = journey.asserted()[k];
            reached[k] = Growth.withRoom(reached[k], lead, NEVER);
            reached[k][lead] = at;
            unseen |= asserted == NEVER && at != NEVER ? 1 << k : 0;
            if (asserted != at && asserted != NEVER) {
                late.put(lateKey(lead, k), asserted);
            } else if (known) {
                late.remove(lateKey(lead, k));
            }
        }
        implied.set(lead, unseen);
        stage.set(lead, journey.stage() + 2);
    }

    private static long lateKey(int lead, int k) {
        return lead * 16L + k;
    }

    private void putAttributes(int lead, Map<String, String> touches) {
        attributes.forEach((key, column) -> column.set(lead, touches.get(key)));
        touches.forEach((key, value) -> {
            if (!attributes.containsKey(key)) {
                attributes.computeIfAbsent(key, _ -> new Dictionary<>()).set(lead, value);
            }
        });
    }

    int size() {
        return size;
    }

    boolean isKnown(int lead) {
        return stage.get(lead) != 0;
    }

    /** As in {@link Journey#stage}. */
    int stage(int lead) {
        return stage.get(lead) - 2;
    }

    boolean voided(int lead) {
        return (flags.get(lead) & VOIDED) != 0;
    }

    Status status(int lead) {
        return STATUSES[flags.get(lead) >> STATUS_SHIFT];
    }

    boolean isOut(int lead) {
        return flags.get(lead) >> STATUS_SHIFT == Status.OUT.ordinal();
    }

    /** The times of one stage, by lead; perhaps longer than there are leads. */
    long[] reached(int k) {
        return reached[k];
    }

    boolean isImplied(int lead, int k) {
        return (implied.get(lead) & 1 << k) != 0;
    }

    long asserted(int lead, int k) {
        if (isImplied(lead, k)) {
            return NEVER;
        }
        return late.isEmpty() ? reached[k][lead] : late.getOrDefault(lateKey(lead, k), reached[k][lead]);
    }

    /** How long the step to stage k took; negative when the lead was not seen at both its ends, in this order. */
    long took(int lead, int k) {
        int both = 1 << k | 1 << k - 1;
        return (implied.get(lead) & both) != 0 ? -1 : asserted(lead, k) - asserted(lead, k - 1);
    }

    /** When the verdict was given, or {@link Journey#NEVER}. */
    long verdictAt(int lead) {
        return lead < verdictAt.length ? verdictAt[lead] : NEVER;
    }

    Mark mark(int lead) {
        return (flags.get(lead) & GOOD) != 0 ? Mark.GOOD : Mark.BAD;
    }

    Verdict.Source source(int lead) {
        return (flags.get(lead) & STATED) != 0 ? Verdict.Source.STATED : Verdict.Source.IMPLIED;
    }

    List<String> verdictReasons(int lead) {
        List<String> given = verdictReasons.get(lead);
        return given == null ? List.of() : given;
    }

    @Nullable
    Journey journey(int lead) {
        if (!isKnown(lead)) {
            return null;
        }
        long[] times = new long[stages];
        long[] own = new long[stages];
        for (int k = 0; k < stages; k++) {
            times[k] = reached[k][lead];
            own[k] = asserted(lead, k);
        }
        Map<String, String> touches = new TreeMap<>();
        attributes.forEach((key, column) -> {
            String value = column.get(lead);
            if (value != null) {
                touches.put(key, value);
            }
        });
        long said = verdictAt(lead);
        return new Journey(
                own,
                times,
                stage(lead),
                status(lead),
                reasons.get(lead),
                touches,
                values.get(lead),
                said == NEVER ? null : new Verdict(source(lead), mark(lead), verdictReasons(lead), said),
                voided(lead));
    }

    /** Gives up the room for further leads. */
    void trim() {
        for (int k = 0; k < stages; k++) {
            reached[k] = Growth.trimmed(reached[k], size);
        }
        verdictAt = Growth.trimmed(verdictAt, size);
        List.of(implied, stage, flags).forEach(codes -> codes.trim(size));
        List.of(verdictReasons, reasons, values).forEach(column -> column.trim(size));
        attributes.values().forEach(column -> column.trim(size));
    }

    long bytes() {
        long bytes = implied.weight() + stage.weight() + flags.weight() + (long) verdictAt.length * Long.BYTES;
        for (long[] column : reached) {
            bytes += (long) column.length * Long.BYTES;
        }
        bytes += (long) late.size() * LATE_WEIGHT + verdictReasons.weight() + reasons.weight() + values.weight();
        for (Dictionary<String> column : attributes.values()) {
            bytes += column.weight();
        }
        return bytes;
    }
}
