package dev.tundish.campaign;

import dev.tundish.funnel.Rules;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The campaigns that exist. */
public interface Campaigns {

    /** In place of a known revision: there is no such campaign yet, and it is only made, never replaced. */
    int NONE = 0;

    /** The number of the campaign with this key, or empty. Remembered: keys are never given anew. */
    Mono<Integer> idOf(String key);

    /** The campaign as it stands now, or empty. */
    Mono<Campaign> find(String key);

    /** The campaign as it stands now, or empty. */
    Mono<Campaign> find(int id);

    /** All campaigns, by key. */
    Flux<Campaign> all();

    /** The rules of one version of a campaign's flow. Remembered: a version never changes. */
    Mono<Rules> rules(int id, int flowVersion);

    /**
     * Creates or replaces a campaign, under its head's lock. A change that bears on the numbers or on the promise leaves a
     * {@link CampaignChange}: in the same transaction, or with the rebuild that it waits for.
     *
     * @param ifMatch the revision that the caller knows, or {@link #NONE}, or null: whatever is there
     * @param rebuild whether a change of what is counted may fold the campaign anew
     * @param by who changes it: a user or a key, by name
     */
    Mono<Saved> save(String key, Definition definition, @Nullable Integer ifMatch, boolean rebuild, String by);

    /** How a save ended. */
    sealed interface Saved {

        record Created(Campaign campaign) implements Saved {}

        record Changed(Campaign campaign) implements Saved {}

        /** The caller knew another revision than the current one (null: there is no such campaign). */
        record Outdated(@Nullable Integer revision) implements Saved {}

        /** What is counted would change, and the campaign has events. */
        record NeedsRebuild(long events) implements Saved {}

        /** A rebuild of this number waits to be run; the definition takes hold when it is done. */
        record Rebuilding(long rebuild, Campaign campaign) implements Saved {}

        /** Another rebuild of the campaign is still under way. */
        record Busy(long rebuild) implements Saved {}

        /** The definition does not fit the other campaigns: no such predecessor, or a circle of them. */
        record Refused(String field, String detail) implements Saved {}
    }
}
