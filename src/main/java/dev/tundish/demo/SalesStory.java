package dev.tundish.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A lead that marketing brings and sales works: some are right, some are not, and sales says so of six in ten. */
final class SalesStory implements Story {

    /** The share of the handed-over leads that sales answers. */
    static final double ANSWERED = 0.6;

    private static final Odds<String> UNFIT_FOR_SALES = Odds.of("no_need", 35)
            .or("spam", 25)
            .or("wrong_customer", 20)
            .or("duplicate", 12)
            .or("existing_customer", 8);
    private static final Odds<String> NO_TALK = Odds.of("unreachable", 70).or("bad_timing", 30);
    private static final Odds<String> LOST_DEAL = Odds.of("competitor", 28)
            .or("bad_timing", 26)
            .or("too_expensive", 20)
            .or("missing_feature", 16)
            .or("changed_mind", 10);
    private static final Odds<String> PRAISE = Odds.of("right_customer", 40)
            .or("has_budget", 24)
            .or("urgent_need", 20)
            .or("message_fit", 16);

    private final Audience audience;
    private final Pace pace;
    private final double qualifies;

    /** @param qualifies the share of all leads that marketing hands over */
    SalesStory(Audience audience, Pace pace, double qualifies) {
        this.audience = audience;
        this.pace = pace;
        this.qualifies = qualifies;
    }

    @Override
    public void tell(Draft draft) {
        Dice dice = draft.dice();
        Profile profile = audience.visitor(dice, draft.captured());
        String owner = Cast.salesperson(dice);
        draft.happens(
                draft.captured(),
                "lead.captured",
                Map.of("attributes", profile.attributes(), "card", Cast.card(dice, owner)));
        if (dice.chance(0.004)) {
            draft.happens(pace.soon(dice, draft.captured()), "lead.voided", Map.of("reason", "test"));
            return;
        }
        Instant judged = pace.after(dice, draft.captured(), pace.qualify());
        if (dice.chance(qualifies)) {
            draft.happens(judged, "lead.qualified", Map.of());
            handedOver(draft, profile, owner, judged);
        } else if (dice.chance(0.4)) {
            draft.happens(judged, "lead.disqualified", Map.of("reason", UNFIT_FOR_SALES.draw(dice)));
        }
    }

    private void handedOver(Draft draft, Profile profile, String by, Instant qualified) {
        Dice dice = draft.dice();
        Instant worked = pace.after(dice, qualified, pace.accept());
        boolean answered = dice.chance(ANSWERED);
        if (dice.chance(audience.fit(profile))) {
            right(draft, by, worked, answered);
        } else if (answered) {
            wrong(draft, by, worked, audience.faults(profile).draw(dice));
        } else if (dice.chance(0.35)) {
            draft.happens(worked, "lead.rejected", Map.of("reason", NO_TALK.draw(dice), "by", by));
        } else if (dice.chance(0.3)) {
            draft.happens(worked, "lead.accepted", Map.of("by", by));
        }
    }

    private void wrong(Draft draft, String by, Instant worked, String fault) {
        Dice dice = draft.dice();
        if (dice.chance(0.7)) {
            draft.happens(worked, "lead.rejected", withComment(dice, 0.15, fault, by, Map.of("reason", fault)));
            return;
        }
        draft.happens(worked, "lead.accepted", Map.of("by", by));
        Instant seen = pace.after(dice, worked, pace.accept());
        draft.happens(seen, "lead.lost", Map.of("reason", fault, "by", by));
        draft.happens(seen.plusSeconds(20), "lead.feedback", said(dice, "bad", fault, by));
    }

    private void right(Draft draft, String by, Instant worked, boolean answered) {
        Dice dice = draft.dice();
        boolean accepted = dice.chance(0.93);
        boolean unseen = dice.chance(0.02);
        if (accepted && !unseen) {
            draft.happens(worked, "lead.accepted", Map.of("by", by));
        }
        if (answered) {
            Instant answeredAt = pace.soon(dice, worked);
            draft.happens(answeredAt, "lead.feedback", said(dice, "good", PRAISE.draw(dice), by));
        }
        if (!accepted || dice.chance(0.25)) {
            return;
        }
        Instant offered = pace.after(dice, worked, pace.opportunity());
        draft.happens(offered, "lead.reached", Map.of("stage", "opportunity", "by", by));
        Instant decided = pace.after(dice, offered, pace.win());
        if (dice.chance(0.52)) {
            draft.happens(decided, "lead.converted", Map.of("value", amount(dice), "by", by));
            if (dice.chance(0.015)) {
                Instant undone = pace.after(dice, decided, pace.win());
                draft.happens(undone, "lead.reverted", Map.of("reason", "changed_mind", "by", by));
            }
        } else if (dice.chance(0.6)) {
            draft.happens(decided, "lead.lost", Map.of("reason", LOST_DEAL.draw(dice), "by", by));
        }
    }

    private static Map<String, Object> said(Dice dice, String verdict, String reason, String by) {
        List<String> reasons =
                reason.equals("no_budget") && dice.chance(0.12) ? List.of(reason, "no_authority") : List.of(reason);
        return withComment(dice, 0.2, reason, by, Map.of("verdict", verdict, "reasons", reasons));
    }

    private static Map<String, Object> withComment(
            Dice dice, double share, String reason, String by, Map<String, Object> rest) {
        Map<String, Object> details = new LinkedHashMap<>(rest);
        details.put("by", by);
        if (dice.chance(share)) {
            details.put("comment", Cast.comment(dice, reason));
        }
        return details;
    }

    private static Map<String, String> amount(Dice dice) {
        long tens = dice.about(Duration.ofMillis(260), 0.7).toMillis() + 30;
        return Map.of("amount", (tens * 10) + ".00", "currency", "EUR");
    }
}
