package dev.tundish.journal;

import dev.tundish.funnel.Flow;
import dev.tundish.funnel.Happening;
import dev.tundish.funnel.LeadEvent;
import dev.tundish.journal.Outcome.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * What a flow says to an event: it may have no such stage, or the event's value may belong to no conversion. For all who
 * want to know before they append; the one transaction asks it too, under the flow that holds then.
 */
public final class FlowCheck {

    private FlowCheck() {}

    /** Why the flow refuses the event, or null. */
    public static @Nullable Rejected refusal(Flow flow, LeadEvent event) {
        int asserted = flow.asserted(event.what());
        if (asserted < 0 && assertsStage(event.what())) {
            return new Rejected(
                    RejectCode.UNKNOWN_STAGE, "the campaign's flow does not have the stage that this asserts");
        }
        if (event.value() != null && asserted != flow.last()) {
            return new Rejected(
                    RejectCode.INVALID_FIELD, "value: only an event that asserts the last stage may have one");
        }
        return null;
    }

    private static boolean assertsStage(Happening what) {
        return switch (what) {
            case Happening.Captured(),
                    Happening.Qualified(),
                    Happening.Accepted(),
                    Happening.Converted(),
                    Happening.Reached _ -> true;
            case Happening.Disqualified _,
                    Happening.Rejected _,
                    Happening.Lost _,
                    Happening.Reverted _,
                    Happening.Feedback _,
                    Happening.Voided _,
                    Happening.Restored() -> false;
        };
    }
}
