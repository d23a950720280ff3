package dev.tundish.intake;

import dev.tundish.funnel.Happening;
import dev.tundish.funnel.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The types of events (contract, 2) with what belongs to each. */
final class Types {

    /** All of them. */
    static final Set<String> ALL = Set.copyOf(Happening.TYPES);

    private static final Set<String> EXITS = Set.of("lead.disqualified", "lead.rejected", "lead.lost", "lead.reverted");
    private static final Set<String> MAY_ASSERT_THE_LAST =
            Set.of("lead.qualified", "lead.accepted", "lead.converted", "lead.reached");
    private static final int REASONS = 5;

    private Types() {}

    /** Whether some flow has this type assert the last stage; which one has, the journal knows. */
    static boolean mayHaveValue(String type) {
        return MAY_ASSERT_THE_LAST.contains(type);
    }

    /** Refuses an event that lacks a field of its type. */
    static void requireFields(String type, Fields fields) {
        if (type.equals("lead.reached") && !fields.members().containsKey("stage")) {
            throw FieldFault.missing("stage", "is needed: the key of the stage that was reached.");
        }
        if (EXITS.contains(type) && !fields.members().containsKey("reason")) {
            throw FieldFault.missing("reason", "is needed: a slug such as no_budget.");
        }
        if (type.equals("lead.feedback")) {
            if (!fields.members().containsKey("verdict")) {
                throw FieldFault.missing("verdict", "is needed: good or bad.");
            }
            if ("bad".equals(fields.members().get("verdict"))
                    && !fields.members().containsKey("reasons")) {
                throw FieldFault.missing("reasons", "is needed with the verdict bad: 1 to 5 slugs.");
            }
        }
    }

    /** What the event says, or null when its type is none. */
    static @Nullable Happening happening(String type, Fields fields) {
        return switch (type) {
            case "lead.captured" -> new Happening.Captured();
            case "lead.qualified" -> new Happening.Qualified();
            case "lead.accepted" -> new Happening.Accepted();
            case "lead.converted" -> new Happening.Converted();
            case "lead.reached" -> new Happening.Reached(stage(fields));
            case "lead.disqualified" -> new Happening.Disqualified(reason(fields));
            case "lead.rejected" -> new Happening.Rejected(reason(fields));
            case "lead.lost" -> new Happening.Lost(reason(fields));
            case "lead.reverted" -> new Happening.Reverted(reason(fields));
            case "lead.feedback" -> feedback(fields);
            case "lead.voided" -> new Happening.Voided(fields.slug("reason"));
            case "lead.restored" -> new Happening.Restored();
            default -> null;
        };
    }

    /** A stage that no flow can have is an unknown one, which the journal says; only broken text is refused here. */
    private static String stage(Fields fields) {
        String stage = fields.text("stage");
        if (stage == null) {
            throw FieldFault.missing("stage", "is needed.");
        }
        return Fields.plain("stage", stage, Fields.NAME, false);
    }

    private static String reason(Fields fields) {
        String reason = fields.slug("reason");
        if (reason == null) {
            throw FieldFault.missing("reason", "is needed.");
        }
        return reason;
    }

    private static Happening feedback(Fields fields) {
        String verdict = fields.text("verdict");
        boolean bad = "bad".equals(verdict);
        if (!bad && !"good".equals(verdict)) {
            throw FieldFault.invalid("verdict", "must be good or bad.");
        }
        List<String> reasons = reasons(fields);
        if (bad && reasons.isEmpty()) {
            throw FieldFault.invalid("reasons", "must be 1 to 5 slugs with the verdict bad.");
        }
        return new Happening.Feedback(bad ? Mark.BAD : Mark.GOOD, reasons);
    }

    private static List<String> reasons(Fields fields) {
        Object sent = fields.members().get("reasons");
        if (sent == null) {
            return List.of();
        }
        if (!(sent instanceof List<?> list) || list.size() > REASONS) {
            throw FieldFault.invalid("reasons", "must be a list of at most 5 slugs, and stand once.");
        }
        List<String> reasons = new ArrayList<>();
        for (Object each : list) {
            if (!(each instanceof String slug) || reasons.contains(slug)) {
                throw FieldFault.invalid("reasons", "must be different slugs.");
            }
            reasons.add(Fields.slug("reasons", slug));
        }
        return reasons;
    }
}
