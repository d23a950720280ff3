package dev.tundish.dashboard;

import dev.tundish.campaign.CampaignChange;
import dev.tundish.campaign.CampaignChanges;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Changes in memory. */
final class KeptChanges implements CampaignChanges {

    static final Instant NOW = Instant.parse("2026-11-23T13:03:07Z");

    final List<CampaignChange> kept = new ArrayList<>();

    @Override
    public Flux<CampaignChange> list(int campaign) {
        return Flux.fromIterable(List.copyOf(kept));
    }

    @Override
    public Mono<CampaignChange> add(int campaign, Text text, String writer) {
        return Mono.fromSupplier(() -> {
            Instant at = Objects.requireNonNullElse(text.at(), NOW);
            CampaignChange change = new CampaignChange(
                    kept.size() + 1, campaign, at, text.by(), text.what(), CampaignChange.Kind.MARKETING, null, NOW);
            kept.add(change);
            return change;
        });
    }

    @Override
    public Mono<Outcome> correct(int campaign, long id, Text text, String writer) {
        return Mono.just(new Outcome.NotThere());
    }

    @Override
    public Mono<Outcome> withdraw(int campaign, long id, String writer) {
        return Mono.fromSupplier(() -> {
            CampaignChange change =
                    kept.stream().filter(one -> one.id() == id).findAny().orElse(null);
            kept.remove(change);
            return change == null ? new Outcome.NotThere() : new Outcome.Done(change);
        });
    }

    @Override
    public Mono<List<Written>> history(int campaign, long id) {
        return Mono.empty();
    }
}
