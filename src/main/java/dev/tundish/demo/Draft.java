package dev.tundish.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** One lead's events while its story is told. */
final class Draft {

    private final String campaign;
    private final String lead;
    private final Instant captured;
    private final Instant last;
    private final Dice dice;
    private final List<DemoEvent> events = new ArrayList<>();

    /** @param last what would happen later is left out: every story ends */
    Draft(String campaign, String lead, Instant captured, Instant last, Dice dice) {
        this.campaign = campaign;
        this.lead = lead;
        this.captured = captured;
        this.last = last;
        this.dice = dice;
    }

    Dice dice() {
        return dice;
    }

    Instant captured() {
        return captured;
    }

    void happens(Instant at, String type, Map<String, Object> details) {
        if (!at.isAfter(last)) {
            events.add(new DemoEvent(campaign, lead, lead + "-" + events.size(), at, type, details));
        }
    }

    /** When its sender sends what: mostly at once, some late and so out of order, some twice, as real senders do. */
    List<Sending> sendings() {
        List<Sending> sendings = new ArrayList<>();
        for (DemoEvent event : events) {
            Instant sendAt = event.at().plus(delay());
            sendings.add(new Sending(sendAt, event));
            if (dice.chance(0.012)) {
                sendings.add(
                        new Sending(sendAt.plus(dice.between(Duration.ofSeconds(4), Duration.ofSeconds(90))), event));
            }
        }
        sendings.sort(Comparator.comparing(Sending::sendAt));
        return sendings;
    }

    private Duration delay() {
        if (dice.chance(0.025)) {
            return dice.between(Duration.ofMinutes(1), Duration.ofMinutes(25));
        }
        if (dice.chance(0.004)) {
            return dice.between(Duration.ofHours(1), Story.LATEST_SENDING);
        }
        return dice.between(Duration.ZERO, Duration.ofMillis(1500));
    }
}
