package dev.tundish.incoming;

import dev.tundish.funnel.Happening;
import java.util.List;

/**
 * What a body, or a value in it, says: a type of event with what belongs to that type.
 *
 * @param type one of the contract's; empty: it is no event, and is left out
 * @param detail the stage ({@code lead.reached}), the reason (exits), or the verdict ({@code lead.feedback}); may be
 *     empty, and then a field says it
 * @param reason of a verdict; may be empty
 */
public record Becomes(String type, String detail, String reason) {

    /** No event. */
    public static final Becomes NOTHING = new Becomes("", "", "");

    private static final String LEFT_OUT = "none";

    public static Becomes of(String type) {
        return new Becomes(type, "", "");
    }

    public static Becomes of(String type, String detail) {
        return new Becomes(type, detail, "");
    }

    public boolean isNothing() {
        return type.isEmpty();
    }

    /** As it is kept, such as {@code lead.lost:no_budget}. */
    public String code() {
        return isNothing()
                ? LEFT_OUT
                : String.join(
                        ":",
                        reason.isEmpty()
                                ? detail.isEmpty() ? List.of(type) : List.of(type, detail)
                                : List.of(type, detail, reason));
    }

    /** What is kept by this code; nothing, when a newer version wrote it. */
    public static Becomes parse(String code) {
        String[] parts = code.split(":", 3);
        return Happening.TYPES.contains(parts[0])
                ? new Becomes(parts[0], parts.length > 1 ? parts[1] : "", parts.length > 2 ? parts[2] : "")
                : NOTHING;
    }
}
