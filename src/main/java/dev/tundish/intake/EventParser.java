package dev.tundish.intake;

import dev.tundish.funnel.Happening;
import dev.tundish.funnel.LeadEvent;
import dev.tundish.funnel.Money;
import dev.tundish.grammar.Names;
import dev.tundish.grammar.Rfc3339;
import dev.tundish.journal.RejectCode;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges one event by itself (contract, 2): what is missing is said first, then what is wrong. */
public final class EventParser {

    /** The members that mean something; others are ignored. */
    public static final Set<String> FIELDS = Set.of(
            "type",
            "campaign",
            "lead",
            "id",
            "at",
            "stage",
            "reason",
            "verdict",
            "reasons",
            "comment",
            "value",
            "attributes",
            "by",
            "card");

    private static final long EARLIEST = Rfc3339.micros("2000-01-01T00:00:00Z").orElseThrow();
    private static final long AHEAD = 5 * 60 * 1_000_000L;

    private final long now;
    private final long cameIn;

    /** @param now microseconds since the epoch: when what is judged came in */
    public EventParser(long now) {
        this(now, now);
    }

    /**
     * For what came in before, and is judged (again) now.
     *
     * @param now microseconds since the epoch
     * @param cameIn likewise: when it happened, where the event does not say so
     */
    public EventParser(long now, long cameIn) {
        this.now = now;
        this.cameIn = cameIn;
    }

    /**
     * Judges an event by its members: those of {@link #FIELDS} alone, as they were sent. Text is a {@link String}, an
     * object a {@link Map}, an array a {@link java.util.List}; anything else is no value that a field may have.
     */
    public Item judge(Map<String, Object> members, long index) {
        Fields fields = new Fields(members);
        String id = null;
        try {
            id = sentId(fields);
            return valid(fields, index, id);
        } catch (FieldFault fault) {
            return new Item.Refused(new Reject(index, id, fault.code(), fault.detail()));
        }
    }

    private static @Nullable String sentId(Fields fields) {
        try {
            return fields.name("id");
        } catch (FieldFault wrong) {
            requireFields(fields);
            throw wrong;
        }
    }

    private static void requireFields(Fields fields) {
        for (String field : new String[] {"type", "campaign", "lead"}) {
            if (!fields.members().containsKey(field)) {
                throw FieldFault.missing(field, "is needed in every event.");
            }
        }
        if (fields.members().get("type") instanceof String type) {
            Types.requireFields(type, fields);
        }
    }

    private Item.Valid valid(Fields fields, long index, @Nullable String id) {
        requireFields(fields);
        String lead = needed(fields.name("lead"));
        String type = Fields.plain("type", needed(fields.text("type")), Integer.MAX_VALUE, true);
        String campaign = Fields.plain("campaign", needed(fields.text("campaign")), Integer.MAX_VALUE, true);
        Happening what = Types.happening(type, fields);
        Long at = at(fields);
        String comment = Details.comment(fields);
        Money value = Details.value(fields);
        Map<String, String> attributes = Details.attributes(fields);
        String by = fields.name("by");
        var card = Details.card(fields);
        if (what == null) {
            throw FieldFault.of(RejectCode.UNKNOWN_TYPE, "\"type\" is none of the known ones, such as lead.captured.");
        }
        if (value != null && !Types.mayHaveValue(type)) {
            throw FieldFault.invalid("value", "goes only with an event that asserts the last stage.");
        }
        if (!Names.isCampaignKey(campaign)) {
            throw FieldFault.of(RejectCode.UNKNOWN_CAMPAIGN, UNKNOWN_CAMPAIGN);
        }
        if (at != null && at > now + AHEAD) {
            throw FieldFault.of(
                    RejectCode.FUTURE_TIMESTAMP,
                    "\"at\" is more than 5 minutes in the future: look at the sender's clock.");
        }
        LeadEvent event = new LeadEvent(
                id == null ? ServerIds.next(cameIn) : id, at == null ? cameIn : at, what, value, attributes);
        return new Item.Valid(
                index, campaign, lead, event, id != null, ContentDigest.of(fields.members()), comment, by, card);
    }

    static final String UNKNOWN_CAMPAIGN =
            "\"campaign\" is not the key of a campaign: make it first, or look for a slip of the pen.";

    private static @Nullable Long at(Fields fields) {
        String text = fields.text("at");
        if (text == null) {
            return null;
        }
        OptionalLong at = Rfc3339.micros(text);
        if (at.isEmpty()) {
            throw FieldFault.invalid("at", "must be a moment by RFC 3339, such as 2026-11-23T09:00:00Z.");
        }
        if (at.getAsLong() < EARLIEST) {
            throw FieldFault.invalid("at", "must not be before 2000-01-01.");
        }
        return at.getAsLong();
    }

    private static String needed(@Nullable String value) {
        if (value == null) {
            throw FieldFault.of(RejectCode.MISSING_FIELD, "A field is missing.");
        }
        return value;
    }
}
