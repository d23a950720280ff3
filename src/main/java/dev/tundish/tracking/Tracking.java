package dev.tundish.tracking;

import dev.tundish.campaign.Campaigns;
import dev.tundish.intake.Answer;
import dev.tundish.intake.Intake;
import dev.tundish.intake.Item;
import dev.tundish.intake.Reject;
import dev.tundish.journal.LogReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes calls of tracking libraries into the log. */
@Component
public final class Tracking {

    private static final int LOOKUPS = 8;

    private final Campaigns campaigns;
    private final Intake intake;
    private final LogReader log;

    public Tracking(Campaigns campaigns, Intake intake, LogReader log) {
        this.campaigns = campaigns;
        this.intake = intake;
        this.log = log;
    }

    /**
     * Takes calls. What they track is kept first: so an identify call finds the lead that its own batch brings.
     *
     * @param received microseconds since the epoch: when they came
     */
    public Mono<Taken> take(Sender sender, Calls calls, long received) {
        Set<String> named = calls.calls().stream()
                .flatMap(call -> CampaignChoice.keys(call).stream())
                .collect(Collectors.toSet());
        return Flux.fromIterable(named)
                .flatMap(key -> campaigns.idOf(key).map(number -> key), LOOKUPS)
                .collect(Collectors.toSet())
                .flatMap(existing -> take(calls, new Mapper(new CampaignChoice(existing, sender), sender, received)));
    }

    private Mono<Taken> take(Calls calls, Mapper mapper) {
        List<Item> items = new ArrayList<>();
        List<Mapper.Mapped.About> about = new ArrayList<>();
        calls.rejects().forEach(reject -> items.add(new Item.Refused(reject)));
        for (Call call : calls.calls()) {
            switch (mapper.map(call)) {
                case Mapper.Mapped.Event(Item item) -> items.add(item);
                case Mapper.Mapped.About more -> about.add(more);
                case Mapper.Mapped.Nothing() -> {}
            }
        }
        return commit(items)
                .flatMap(events -> Flux.fromIterable(about)
                        .flatMapSequential(more -> more(mapper, more), LOOKUPS)
                        .collectList()
                        .flatMap(this::commit)
                        .map(events::plus))
                .map(answer -> new Taken(answer, calls.size() - answer.items(), unread(calls, answer)));
    }

    private Mono<Answer> commit(List<Item> items) {
        return items.isEmpty() ? Mono.just(Answer.NONE) : intake.prepare(items).flatMap(intake::commit);
    }

    private Mono<Item> more(Mapper mapper, Mapper.Mapped.About about) {
        return campaigns
                .idOf(about.campaign())
                .flatMap(number -> log.lead(number, about.lead()))
                .mapNotNull(known -> mapper.more(about, known));
    }

    private static List<Taken.Unread> unread(Calls calls, Answer answer) {
        Map<Long, Call> byIndex = new HashMap<>();
        calls.calls().forEach(call -> byIndex.put((long) call.index(), call));
        List<Taken.Unread> unread = new ArrayList<>();
        for (Reject reject : answer.rejected()) {
            Call call = byIndex.get(reject.index());
            if (call != null) {
                unread.add(new Taken.Unread(CallText.of(call), reject.code(), reject.detail()));
            }
        }
        return unread;
    }
}
