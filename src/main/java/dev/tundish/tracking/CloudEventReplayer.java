package dev.tundish.tracking;

import dev.tundish.access.Keys;
import dev.tundish.incoming.Kept;
import dev.tundish.incoming.Replayer;
import dev.tundish.incoming.Way;
import dev.tundish.intake.Answer;
import dev.tundish.intake.Intake;
import dev.tundish.intake.Item;
import dev.tundish.intake.Reject;
import dev.tundish.journal.RejectCode;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tries CloudEvents again. */
@Component
final class CloudEventReplayer implements Replayer {

    private final Intake intake;
    private final Keys keys;

    CloudEventReplayer(Intake intake, Keys keys) {
        this.intake = intake;
        this.keys = keys;
    }

    @Override
    public Way way() {
        return Way.CLOUD_EVENT;
    }

    @Override
    public Mono<Answer> replay(Kept kept) {
        Item item = CloudEvent.judge(Replayed.message(kept), Replayed.came(kept), 0);
        return Replayed.sender(keys, kept.refused().source())
                .flatMap(sender -> intake.prepare(List.of(held(sender, item))))
                .flatMap(intake::commit);
    }

    private static Item held(Sender sender, Item item) {
        return item instanceof Item.Valid valid
                        && !(sender.mayIn(valid.campaign())
                                && sender.maySend(valid.event().what().type()))
                ? new Item.Refused(new Reject(
                        0,
                        valid.sentId(),
                        RejectCode.UNKNOWN_CAMPAIGN,
                        "The key is limited to other campaigns or types of events."))
                : item;
    }
}
