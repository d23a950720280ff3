package dev.tundish.api.intake;

import dev.tundish.grammar.JsonTree;
import dev.tundish.intake.EventParser;
import dev.tundish.intake.Item;
import dev.tundish.intake.Reject;
import dev.tundish.journal.RejectCode;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads events from JSON. */
final class EventReader implements ItemReader {

    private final EventParser events;

    /** @param now microseconds since the epoch: when what is read came in */
    EventReader(long now) {
        this.events = new EventParser(now);
    }

    @Override
    public Item read(JsonParser in, long index) {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            in.skipChildren();
            return new Item.Refused(new Reject(index, null, RejectCode.INVALID_FIELD, "An event is a JSON object."));
        }
        return events.judge(JsonTree.object(in, EventParser.FIELDS::contains), index);
    }
}
