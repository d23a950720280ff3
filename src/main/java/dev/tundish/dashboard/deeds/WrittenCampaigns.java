package dev.tundish.dashboard.deeds;

import dev.tundish.access.Audit;
import dev.tundish.campaign.Campaign;
import dev.tundish.campaign.Campaigns;
import dev.tundish.campaign.Definition;
import dev.tundish.funnel.Rules;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Campaigns, and who made or changed one. */
final class WrittenCampaigns implements Campaigns {

    private final Campaigns kept;
    private final Audit audit;

    WrittenCampaigns(Campaigns kept, Audit audit) {
        this.kept = kept;
        this.audit = audit;
    }

    @Override
    public Mono<Integer> idOf(String key) {
        return kept.idOf(key);
    }

    @Override
    public Mono<Campaign> find(String key) {
        return kept.find(key);
    }

    @Override
    public Mono<Campaign> find(int id) {
        return kept.find(id);
    }

    @Override
    public Flux<Campaign> all() {
        return kept.all();
    }

    @Override
    public Mono<Rules> rules(int id, int flowVersion) {
        return kept.rules(id, flowVersion);
    }

    @Override
    public Mono<Saved> save(String key, Definition definition, @Nullable Integer ifMatch, boolean rebuild, String by) {
        return kept.save(key, definition, ifMatch, rebuild, by).flatMap(saved -> {
            String words = words(key, saved);
            return words == null
                    ? Mono.just(saved)
                    : audit.record(by, Audit.Kind.CAMPAIGNS, words).thenReturn(saved);
        });
    }

    /** What was done, or null: nothing. */
    private static @Nullable String words(String key, Saved saved) {
        return switch (saved) {
            case Saved.Created _ -> "Made the campaign “" + key + "”.";
            case Saved.Changed _ -> "Changed the campaign “" + key + "”.";
            case Saved.Rebuilding _ -> "Changed what the campaign “" + key + "” counts; it is counted anew.";
            case Saved.Outdated _, Saved.NeedsRebuild _, Saved.Busy _, Saved.Refused _ -> null;
        };
    }
}
