package dev.tundish.api.intake;

import dev.tundish.access.ApiKey;
import dev.tundish.api.http.Problem;
import dev.tundish.api.http.Refusal;
import dev.tundish.intake.Item;
import java.util.List;

/** Whether a key may send what it sends. */
final class Admission {

    private Admission() {}

    /** Refuses everything (403) when the key may not send one of the events. */
    static List<Item> checked(ApiKey key, List<Item> items) {
        for (Item item : items) {
            if (item instanceof Item.Valid event
                    && (!key.mayIn(event.campaign())
                            || !key.maySend(event.event().what().type()))) {
                throw new Refusal(Problem.forbidden("This key is limited to other campaigns or types of events than the"
                                + " one at index " + event.index() + ".")
                        .with("index", event.index()));
            }
        }
        return items;
    }
}
