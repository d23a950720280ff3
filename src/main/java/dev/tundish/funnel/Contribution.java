package dev.tundish.funnel;

import static dev.tundish.funnel.Journey.NEVER;

import java.math.BigDecimal;
import java.util.HashSet;

/** What one journey adds to the counters. A voided lead adds to {@code voided} alone. */
final class Contribution {

    /** Takes the counters that a journey adds one lead to. */
    @FunctionalInterface
    interface Sink {
        void add(int minute, String code, BigDecimal amount);
    }

    static final long MICROS_A_MINUTE = 60_000_000;

    private final Rules rules;

    Contribution(Rules rules) {
        this.rules = rules;
    }

    static int minute(long at) {
        return Math.toIntExact(Math.floorDiv(at, MICROS_A_MINUTE));
    }

    void of(Journey journey, Sink sink) {
        if (journey.voided()) {
            if (journey.stage() >= 0) {
                count(sink, journey.reached()[0], TallyCode.VOIDED);
            }
            return;
        }
        Verdict verdict = journey.verdict();
        if (journey.stage() < 0) {
            if (verdict != null) {
                count(sink, verdict.at(), TallyCode.UNMATCHED);
            }
            return;
        }
        stages(journey, sink);
        cohort(journey, sink);
        value(journey, sink);
        if (verdict != null) {
            verdict(verdict, sink);
        }
        if (rules.handover() >= 0 && journey.stage() >= rules.handover()) {
            String code = waits(journey) ? TallyCode.WAITING : TallyCode.handedOver(verdict != null);
            count(sink, journey.reached()[rules.handover()], code);
        }
    }

    /** Handed over, and sales has neither taken it on, nor let it go, nor said a word of it. */
    private boolean waits(Journey journey) {
        return journey.stage() == rules.handover() && journey.status() == Status.OPEN && journey.verdict() == null;
    }

    private static void stages(Journey journey, Sink sink) {
        long first = journey.reached()[0];
        for (int k = 0; k <= journey.stage(); k++) {
            count(sink, journey.reached()[k], TallyCode.activity(k));
            if (journey.asserted()[k] == NEVER) {
                count(sink, journey.reached()[k], TallyCode.activityImplied(k));
                count(sink, first, TallyCode.cohortImplied(k));
            }
        }
    }

    private static void cohort(Journey journey, Sink sink) {
        count(sink, journey.reached()[0], TallyCode.cohort(journey.stage(), journey.status(), journey.reason()));
    }

    private void value(Journey journey, Sink sink) {
        Money value = journey.value();
        if (value != null && journey.stage() == rules.flow().last()) {
            long won = journey.reached()[journey.stage()];
            sink.add(minute(won), TallyCode.activityValue(value.currency()), value.amount());
            sink.add(minute(journey.reached()[0]), TallyCode.cohortValue(value.currency()), value.amount());
        }
    }

    private static void verdict(Verdict verdict, Sink sink) {
        count(sink, verdict.at(), TallyCode.verdict(verdict.source(), verdict.mark()));
        for (String reason : new HashSet<>(verdict.reasons())) {
            count(sink, verdict.at(), TallyCode.verdictReason(verdict.mark(), reason));
        }
    }

    private static void count(Sink sink, long at, String code) {
        sink.add(minute(at), code, BigDecimal.ZERO);
    }
}
