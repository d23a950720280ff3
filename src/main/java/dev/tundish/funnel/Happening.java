package dev.tundish.funnel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an event says: its type (contract, 2) with what belongs to that type alone. */
public sealed interface Happening {

    /** All names of types, in the contract's order. */
    List<String> TYPES = List.of(
            "lead.captured",
            "lead.qualified",
            "lead.accepted",
            "lead.converted",
            "lead.reached",
            "lead.disqualified",
            "lead.rejected",
            "lead.lost",
            "lead.reverted",
            "lead.feedback",
            "lead.voided",
            "lead.restored");

    /** The contract's name, such as {@code lead.captured}. */
    default String type() {
        return switch (this) {
            case Captured() -> "lead.captured";
            case Qualified() -> "lead.qualified";
            case Accepted() -> "lead.accepted";
            case Converted() -> "lead.converted";
            case Reached _ -> "lead.reached";
            case Disqualified _ -> "lead.disqualified";
            case Rejected _ -> "lead.rejected";
            case Lost _ -> "lead.lost";
            case Reverted _ -> "lead.reverted";
            case Feedback _ -> "lead.feedback";
            case Voided _ -> "lead.voided";
            case Restored() -> "lead.restored";
        };
    }

    record Captured() implements Happening {}

    record Qualified() implements Happening {}

    record Accepted() implements Happening {}

    record Converted() implements Happening {}

    record Reached(String stage) implements Happening {}

    /** Left, by marketing. */
    record Disqualified(String reason) implements Happening {}

    /** Left, by sales at the hand-over. */
    record Rejected(String reason) implements Happening {}

    /** Left later. */
    record Lost(String reason) implements Happening {}

    /** The conversion was undone. */
    record Reverted(String reason) implements Happening {}

    /** A stated verdict. */
    record Feedback(Mark verdict, List<String> reasons) implements Happening {
        public Feedback {
            reasons = List.copyOf(reasons);
        }
    }

    /** A test or a mistake: out of every count. */
    record Voided(@Nullable String reason) implements Happening {}

    /** Back in every count. */
    record Restored() implements Happening {}
}
