package dev.tundish.funnel;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The leads behind a number, read word by word over a list of journeys whose places are the leads' numbers. */
final class PlainLeads {

    private final Rules rules;
    private final LeadsQuestion question;
    private final FunnelQuestion view;
    private final PlainFunnel funnel;

    PlainLeads(Rules rules, LeadsQuestion question) {
        this.rules = rules;
        this.question = question;
        this.view = question.view();
        this.funnel = new PlainFunnel(rules, List.of(), view);
    }

    /** All of them, in order. */
    List<Integer> of(List<Journey> journeys) {
        List<Integer> leads = new ArrayList<>();
        for (int lead = 0; lead < journeys.size(); lead++) {
            Journey j = journeys.get(lead);
            if (view.filter().matches(j.attributes()) && counts(j)) {
                leads.add(lead);
            }
        }
        leads.sort((a, b) -> {
            Journey x = journeys.get(a);
            Journey y = journeys.get(b);
            if (x.stage() < 0 || y.stage() < 0) {
                return x.stage() < 0 && y.stage() < 0 ? Integer.compare(a, b) : x.stage() < 0 ? 1 : -1;
            }
            int newest = Long.compare(y.reached()[0], x.reached()[0]);
            return newest != 0 ? newest : Integer.compare(a, b);
        });
        return leads;
    }

    private boolean counts(Journey j) {
        if (question.count() == null) {
            return view.from() == null && view.to() == null || funnel.inCohort(j);
        }
        boolean present = j.stage() >= 0 && !j.voided();
        Verdict verdict = PlainFeedback.counted(j, view.from(), view.to());
        return switch (question.count()) {
            case LEADS -> present && isAt(j, false);
            case IMPLIED -> present && isAt(j, true);
            case OPEN -> present && is(j, "open");
            case OUT ->
                present
                        && is(j, "out")
                        && (question.reason() == null || question.reason().equals(j.reason()));
            case EXPIRED -> present && is(j, "expired");
            case VOIDED -> j.stage() >= 0 && j.voided() && funnel.inCohort(j);
            case JUDGED -> said(verdict);
            case GOOD -> said(verdict) && verdict != null && verdict.mark() == Mark.GOOD;
            case BAD -> said(verdict) && verdict != null && verdict.mark() == Mark.BAD;
            case HANDED_OVER -> present && isHandedOver(j);
            case ANSWERED -> present && isHandedOver(j) && j.verdict() != null;
        };
    }

    private boolean isAt(Journey j, boolean implied) {
        return IntStream.range(0, rules.flow().size())
                .filter(k -> question.stage() == null || question.stage() == k)
                .anyMatch(k -> funnel.isCounted(j, k) && (!implied || j.asserted()[k] == Journey.NEVER));
    }

    private boolean is(Journey j, String where) {
        return funnel.inCohort(j)
                && funnel.whereabouts(j).equals(where)
                && (question.stage() == null || funnel.furthest(j) == question.stage());
    }

    private boolean said(@Nullable Verdict verdict) {
        return verdict != null
                && (question.reason() == null || verdict.reasons().contains(question.reason()));
    }

    private boolean isHandedOver(Journey j) {
        return rules.handover() >= 0 && PlainFunnel.inside(j.reached()[rules.handover()], view.from(), view.to());
    }
}
