package dev.tundish.dashboard.campaign;

import dev.tundish.campaign.Definition;
import dev.tundish.funnel.Flow;
import dev.tundish.funnel.Happening;
import dev.tundish.funnel.Mark;
import java.util.List;
import java.util.stream.Collectors;

/** An event in plain words. */
public final class EventWords {

    /** How an event looks: what it is a sign of. */
    public enum Tone {
        FLOW,
        WON,
        LEFT,
        SAID,
        OTHER
    }

    private final Definition campaign;
    private final ReasonWords reasons;

    public EventWords(Definition campaign) {
        this.campaign = campaign;
        this.reasons = new ReasonWords(campaign);
    }

    public String words(Happening what) {
        return switch (what) {
            case Happening.Captured _ -> first();
            case Happening.Qualified _, Happening.Accepted _, Happening.Converted _, Happening.Reached _ -> stage(what);
            case Happening.Disqualified(String reason) -> "Sorted out: " + reasons.label(reason);
            case Happening.Rejected(String reason) -> "Turned down by sales: " + reasons.label(reason);
            case Happening.Lost(String reason) -> "Lost: " + reasons.label(reason);
            case Happening.Reverted(String reason) -> "Undone: " + reasons.label(reason);
            case Happening.Feedback(Mark verdict, List<String> said) -> said(verdict, said);
            case Happening.Voided(String reason) ->
                reason == null ? "Taken out of the counts" : "Taken out of the counts: " + reasons.label(reason);
            case Happening.Restored _ -> "Back in the counts";
        };
    }

    public Tone tone(Happening what) {
        return switch (what) {
            case Happening.Captured _,
                    Happening.Qualified _,
                    Happening.Accepted _,
                    Happening.Converted _,
                    Happening.Reached _ ->
                campaign.flow().asserted(what) == campaign.flow().last() ? Tone.WON : Tone.FLOW;
            case Happening.Disqualified _, Happening.Rejected _, Happening.Lost _, Happening.Reverted _ -> Tone.LEFT;
            case Happening.Feedback _ -> Tone.SAID;
            case Happening.Voided _, Happening.Restored _ -> Tone.OTHER;
        };
    }

    private String first() {
        String label = campaign.flow().stages().getFirst().label();
        return "New leads".equals(label) ? "New lead" : label;
    }

    private String stage(Happening what) {
        Flow flow = campaign.flow();
        int stage = flow.asserted(what);
        return stage < 0
                ? "A step that is no longer in the funnel"
                : flow.stages().get(stage).label();
    }

    private String said(Mark verdict, List<String> said) {
        String who = campaign.handover() == null ? "Customer" : "Sales";
        String what = verdict == Mark.GOOD ? "good" : "not right";
        return said.isEmpty()
                ? who + ": " + what
                : who + ": " + what + " · " + said.stream().map(reasons::label).collect(Collectors.joining(", "));
    }
}
