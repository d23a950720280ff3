package dev.tundish.dashboard.deeds;

import dev.tundish.access.Audit;
import dev.tundish.campaign.Campaign;
import dev.tundish.campaign.CampaignChange;
import dev.tundish.campaign.CampaignChanges;
import dev.tundish.campaign.Campaigns;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What marketing changed, and who said so. */
final class WrittenChanges implements CampaignChanges {

    private final CampaignChanges kept;
    private final Campaigns campaigns;
    private final Audit audit;

    WrittenChanges(CampaignChanges kept, Campaigns campaigns, Audit audit) {
        this.kept = kept;
        this.campaigns = campaigns;
        this.audit = audit;
    }

    @Override
    public Flux<CampaignChange> list(int campaign) {
        return kept.list(campaign);
    }

    @Override
    public Mono<CampaignChange> add(int campaign, Text text, String writer) {
        return kept.add(campaign, text, writer)
                .flatMap(change -> written(campaign, writer, "Noted", change).thenReturn(change));
    }

    @Override
    public Mono<Outcome> correct(int campaign, long id, Text text, String writer) {
        return kept.correct(campaign, id, text, writer)
                .flatMap(outcome -> done(campaign, writer, "Corrected", outcome));
    }

    @Override
    public Mono<Outcome> withdraw(int campaign, long id, String writer) {
        return kept.withdraw(campaign, id, writer).flatMap(outcome -> done(campaign, writer, "Took back", outcome));
    }

    @Override
    public Mono<List<Written>> history(int campaign, long id) {
        return kept.history(campaign, id);
    }

    private Mono<Outcome> done(int campaign, String who, String verb, Outcome outcome) {
        return outcome instanceof Outcome.Done(CampaignChange change)
                ? written(campaign, who, verb, change).thenReturn(outcome)
                : Mono.just(outcome);
    }

    /** Which one, and not what it says: the campaign's own page keeps that, with its history. */
    private Mono<Void> written(int campaign, String who, String verb, CampaignChange change) {
        return campaigns
                .find(campaign)
                .map(Campaign::key)
                .defaultIfEmpty("?")
                .flatMap(key -> audit.record(
                        who, Audit.Kind.CHANGES, verb + " change " + change.id() + " of the campaign “" + key + "”."));
    }
}
