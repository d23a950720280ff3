package dev.tundish.journal.postgres;

import static dev.tundish.funnel.Journey.NEVER;

import dev.tundish.funnel.Journey;
import dev.tundish.funnel.JourneyState;
import dev.tundish.funnel.Rules;
import dev.tundish.funnel.Verdict;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Objects;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Says in words in what a kept journey differs from the second reading of its lead's events. */
final class JourneyCheck {

    private final StringJoiner differences;
    private final Rules rules;

    private JourneyCheck(Rules rules, String lead) {
        this.rules = rules;
        this.differences = new StringJoiner("; ", "the journey of lead \"" + lead + "\": ", "");
        differences.setEmptyValue("");
    }

    /** The difference, or null. */
    static @Nullable String difference(Rules rules, String lead, byte[] kept, Journey expected) {
        Journey journey;
        try {
            journey = JourneyState.decode(rules, kept).journey();
        } catch (IllegalArgumentException damaged) {
            return "the journey of lead \"" + lead + "\" cannot be read: " + damaged.getMessage();
        }
        if (journey.equals(expected)) {
            return null;
        }
        JourneyCheck check = new JourneyCheck(rules, lead);
        check.compare(journey, expected);
        return check.differences.toString();
    }

    private void compare(Journey kept, Journey events) {
        times("asserted", kept.asserted(), events.asserted());
        times("reached", kept.reached(), events.reached());
        difference("stage", stage(kept.stage()), stage(events.stage()));
        difference("status", kept.status(), events.status());
        difference("reason", kept.reason(), events.reason());
        difference("attributes", kept.attributes(), events.attributes());
        difference("value", kept.value(), events.value());
        difference("verdict", words(kept.verdict()), words(events.verdict()));
        difference("voided", kept.voided(), events.voided());
    }

    private void times(String what, long[] kept, long[] events) {
        if (Arrays.equals(kept, events)) {
            return;
        }
        for (int k = 0; k < events.length; k++) {
            difference(what + " \"" + stage(k) + '"', time(kept[k]), time(events[k]));
        }
    }

    private void difference(String what, @Nullable Object kept, @Nullable Object events) {
        if (!Objects.equals(kept, events)) {
            differences.add(what + " is " + (kept == null ? "none" : kept) + ", by its events it is "
                    + (events == null ? "none" : events));
        }
    }

    private String stage(int stage) {
        return stage < 0 ? "none" : rules.flow().stages().get(stage).key();
    }

    private static String time(long at) {
        return at == NEVER ? "never" : Instant.EPOCH.plus(at, ChronoUnit.MICROS).toString();
    }

    private static @Nullable String words(@Nullable Verdict verdict) {
        return verdict == null
                ? null
                : verdict.source() + " " + verdict.mark() + " " + verdict.reasons() + " at " + time(verdict.at());
    }
}
