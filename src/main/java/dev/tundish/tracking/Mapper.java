package dev.tundish.tracking;

import dev.tundish.funnel.Journey;
import dev.tundish.intake.ContentDigest;
import dev.tundish.intake.EventParser;
import dev.tundish.intake.Item;
import dev.tundish.intake.Reject;
import dev.tundish.journal.Card;
import dev.tundish.journal.LeadLog;
import dev.tundish.journal.RejectCode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** From a call to an event of the funnel (contract, 9). */
final class Mapper {

    private static final String CAPTURED = "lead.captured";

    private final CampaignChoice choice;
    private final Sender sender;
    private final long received;
    private final EventParser parser;

    /** @param received microseconds since the epoch: when the calls came */
    Mapper(CampaignChoice choice, Sender sender, long received) {
        this.choice = choice;
        this.sender = sender;
        this.received = received;
        this.parser = new EventParser(received);
    }

    /** What a call comes to. */
    sealed interface Mapped {

        /** An event, or why it is none. */
        record Event(Item item) implements Mapped {}

        /** More about a lead, if there is one of this name. */
        record About(Call call, String campaign, String lead) implements Mapped {}

        /** Nothing for the funnel. */
        record Nothing() implements Mapped {}
    }

    Mapped map(Call call) {
        return switch (call.kind()) {
            case TRACK -> new Mapped.Event(event(call));
            case IDENTIFY -> about(call);
            case ALIAS, PAGE, SCREEN, GROUP -> new Mapped.Nothing();
        };
    }

    private Item event(Call call) {
        String name = call.text("event");
        if (name == null) {
            return refused(call, RejectCode.MISSING_FIELD, "\"event\" is needed: the name of what happened.");
        }
        EventNames.Meaning meaning = EventNames.of(name).orElse(null);
        if (meaning == null) {
            return refused(
                    call,
                    RejectCode.UNMAPPED,
                    "\"event\" is no name that says what happened to a lead, such as Lead Captured or Order Completed.");
        }
        String campaign = choice.of(call);
        if (campaign == null) {
            return refused(
                    call,
                    RejectCode.UNKNOWN_CAMPAIGN,
                    "Nothing says which campaign: give properties.campaign, or use a key for one campaign.");
        }
        if (!sender.mayIn(campaign)) {
            return refused(call, RejectCode.UNKNOWN_CAMPAIGN, "The key is limited to other campaigns.");
        }
        if (!sender.maySend(meaning.type())) {
            return refused(call, RejectCode.UNKNOWN_TYPE, "The key is limited to other types of events.");
        }
        Map<String, Object> members = head(call, meaning.type(), campaign, LeadName.of(call));
        String stage = call.text("properties", "stage");
        if (meaning.type().equals("lead.reached")) {
            put(members, "stage", meaning.stage().isEmpty() && stage != null ? Slugs.word(stage) : meaning.stage());
        }
        say(call, meaning, members);
        return judged(call, members);
    }

    private static void say(Call call, EventNames.Meaning meaning, Map<String, Object> members) {
        String reason = call.text("properties", "reason");
        put(members, "reason", reason == null ? meaning.reason() : Slugs.word(reason));
        if (meaning.type().equals("lead.feedback")) {
            put(members, "verdict", call.text("properties", "verdict"));
            members.put(
                    "reasons",
                    call.texts("properties", "reasons").stream()
                            .map(Slugs::word)
                            .toList());
        }
        put(members, "comment", call.text("properties", "comment"));
        put(members, "by", call.text("properties", "by"));
        put(members, "value", meaning.type().equals("lead.converted") ? Revenue.of(call) : null);
        put(members, "attributes", Particulars.attributes(call));
        put(members, "card", Particulars.card(call, meaning.type().equals(CAPTURED)));
    }

    private Map<String, Object> head(Call call, String type, String campaign, @Nullable String lead) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", type);
        members.put("campaign", campaign);
        put(members, "lead", lead);
        String id = call.text("messageId");
        put(members, "id", id == null ? null : Ids.bounded(id));
        put(members, "at", timestamp(call));
        return members;
    }

    /** What is not said is left out. */
    private static void put(Map<String, Object> members, String name, @Nullable Object value) {
        boolean said =
                value instanceof String text ? !text.isEmpty() : value instanceof Map<?, ?> map && !map.isEmpty();
        if (said) {
            members.put(name, Objects.requireNonNull(value));
        }
    }

    /**
     * Judges what was made of a call, at the time that is right. Whether it was sent before is told by the time that was
     * sent: a second try is corrected otherwise, and is the same event.
     */
    private Item judged(Call call, Map<String, Object> members) {
        byte[] content = ContentDigest.of(members);
        put(members, "at", SenderClock.at(timestamp(call), call.text("sentAt"), received));
        return withContent(parser.judge(members, call.index()), content);
    }

    private static Item withContent(Item item, byte[] content) {
        return item instanceof Item.Valid valid
                ? new Item.Valid(
                        valid.index(),
                        valid.campaign(),
                        valid.lead(),
                        valid.event(),
                        valid.givenId(),
                        content,
                        valid.comment(),
                        valid.by(),
                        valid.card())
                : item;
    }

    private static @Nullable String timestamp(Call call) {
        String timestamp = call.text("timestamp");
        return timestamp != null ? timestamp : call.text("originalTimestamp");
    }

    private static Item refused(Call call, RejectCode code, String detail) {
        return new Item.Refused(new Reject(call.index(), null, code, detail));
    }

    private Mapped about(Call call) {
        String campaign = choice.of(call);
        String lead = LeadName.of(call);
        if (campaign == null || lead == null || !sender.mayIn(campaign) || !sender.maySend(CAPTURED)) {
            return new Mapped.Nothing();
        }
        return new Mapped.About(call, campaign, lead);
    }

    /**
     * What an identify call adds to a lead that there is, or null: nothing new. The event says again that the lead was
     * captured, at the time of its latest stage: so it changes no stage, no time and no exit. Its id sorts behind others,
     * so that what it says of the person goes over what was said at that moment.
     */
    @Nullable
    Item more(Mapped.About about, LeadLog known) {
        Journey journey = known.journey();
        if (journey.stage() < 0) {
            return null;
        }
        Map<String, Object> attributes = Particulars.attributes(about.call());
        attributes.keySet().removeAll(journey.attributes().keySet());
        Map<String, Object> card = Particulars.card(about.call(), false);
        card.entrySet().removeIf(field -> field.getValue().equals(field(known.card(), field.getKey())));
        if (attributes.isEmpty() && card.isEmpty()) {
            return null;
        }
        Map<String, Object> members = head(about.call(), CAPTURED, about.campaign(), about.lead());
        put(members, "attributes", attributes);
        put(members, "card", card);
        members.computeIfPresent("id", (_, id) -> Ids.bounded("~" + id));
        long latest = Arrays.stream(journey.asserted())
                .filter(at -> at != Journey.NEVER)
                .max()
                .orElse(journey.reached()[0]);
        members.put("at", Instant.EPOCH.plus(latest, ChronoUnit.MICROS).toString());
        return parser.judge(members, about.call().index());
    }

    private static @Nullable String field(@Nullable Card card, String name) {
        if (card == null) {
            return null;
        }
        return switch (name) {
            case "name" -> card.name();
            case "company" -> card.company();
            case "email" -> card.email();
            case "phone" -> card.phone();
            case "url" -> card.url();
            case "owner" -> card.owner();
            default -> throw new IllegalArgumentException(name);
        };
    }
}
