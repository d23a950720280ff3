package dev.tundish.dashboard;

import dev.tundish.funnel.JourneyState;
import dev.tundish.funnel.Rules;
import dev.tundish.journal.Card;
import dev.tundish.journal.LeadLog;
import dev.tundish.journal.LogReader;
import dev.tundish.journal.Recorded;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The log of one campaign, as a test fills it. */
final class KeptLog implements LogReader {

    final Map<String, List<Recorded>> events = new HashMap<>();
    final Map<String, Card> cards = new HashMap<>();
    private final Rules rules;

    KeptLog(Rules rules) {
        this.rules = rules;
    }

    @Override
    public Mono<LeadLog> lead(int campaign, String lead) {
        List<Recorded> own = events.getOrDefault(lead, List.of());
        return Mono.just(new LeadLog(
                1,
                rules,
                JourneyState.fold(rules, own.stream().map(Recorded::event).toList())
                        .journey(),
                cards.get(lead),
                own));
    }

    @Override
    public Mono<Map<String, Card>> cards(int campaign, Collection<String> leads) {
        return Mono.just(Map.copyOf(cards));
    }

    @Override
    public Flux<Recorded> newest(int campaign, int limit) {
        return Flux.empty();
    }

    @Override
    public Mono<Boolean> eraseCard(int campaign, String lead) {
        return Mono.just(false);
    }
}
