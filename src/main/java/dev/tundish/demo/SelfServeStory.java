package dev.tundish.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A person who signs up by themselves, tries it, and pays or not. What is said of it, the customer says.
 *
 * @param speed from the live moment on everything goes so many times as fast
 */
record SelfServeStory(Instant live, double speed) implements Story {

    private static final Odds<String> PRICES =
            Odds.of("29.00", 60).or("79.00", 28).or("290.00", 12);
    private static final Odds<String> COMPLAINTS = Odds.of("too_expensive", 34)
            .or("missing_feature", 32)
            .or("not_as_expected", 20)
            .or("no_need", 14);
    private static final Odds<String> PRAISE =
            Odds.of("message_fit", 50).or("urgent_need", 30).or("referral", 20);

    @Override
    public void tell(Draft draft) {
        Dice dice = draft.dice();
        Profile profile = Audience.GENERAL.visitor(dice, draft.captured());
        draft.happens(
                draft.captured(), "lead.captured", Map.of("attributes", profile.attributes(), "card", Cast.card(dice)));
        Instant tried = after(dice, draft.captured(), Duration.ofMinutes(9));
        if (dice.chance(0.02)) {
            draft.happens(tried, "lead.disqualified", Map.of("reason", "spam"));
        } else if (dice.chance(profile.source().equals("social") ? 0.34 : 0.5)) {
            draft.happens(tried, "lead.qualified", Map.of());
            decides(draft, tried);
        }
    }

    private void decides(Draft draft, Instant tried) {
        Dice dice = draft.dice();
        Instant decided = after(dice, tried, Duration.ofMinutes(95));
        if (dice.chance(0.27)) {
            Map<String, String> price = Map.of("amount", PRICES.draw(dice), "currency", "EUR");
            draft.happens(decided, "lead.converted", Map.of("value", price));
            if (dice.chance(0.4)) {
                says(draft, after(dice, decided, Duration.ofMinutes(20)), "good", PRAISE.draw(dice));
            }
            if (dice.chance(0.02)) {
                Instant undone = after(dice, decided, Duration.ofHours(5));
                draft.happens(undone, "lead.reverted", Map.of("reason", "changed_mind"));
            }
        } else if (dice.chance(0.3)) {
            String reason = COMPLAINTS.draw(dice);
            draft.happens(decided, "lead.lost", Map.of("reason", reason));
            if (dice.chance(0.7)) {
                says(draft, decided.plusSeconds(40), "bad", reason);
            }
        }
    }

    private static void says(Draft draft, Instant at, String verdict, String reason) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("verdict", verdict);
        details.put("reasons", List.of(reason));
        if (draft.dice().chance(0.15)) {
            details.put("comment", Cast.comment(draft.dice(), reason));
        }
        draft.happens(at, "lead.feedback", details);
    }

    private Instant after(Dice dice, Instant before, Duration median) {
        Duration took = dice.about(median, 1.1);
        return before.plus(before.isBefore(live) ? took : Duration.ofMillis(Math.round(took.toMillis() / speed)))
                .plusSeconds(4);
    }
}
