package dev.tundish.campaign;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What was changed in the campaigns. Nothing is overwritten: a correction or a withdrawal is written beside what stood
 * there. Every writing raises the campaign's version, so that whoever watches the campaign asks anew, on every node.
 */
public interface CampaignChanges {

    /** The changes of a campaign as they stand, by when they took hold. Changes that wait for a rebuild are not among them. */
    Flux<CampaignChange> list(int campaign);

    /** Writes one down; empty when there is no such campaign. */
    Mono<CampaignChange> add(int campaign, Text text, String writer);

    /** Puts another text in a change's place. */
    Mono<Outcome> correct(int campaign, long id, Text text, String writer);

    /** Takes a change off every axis. */
    Mono<Outcome> withdraw(int campaign, long id, String writer);

    /** All that was ever written of one change, oldest first; empty when there is none of this number. */
    Mono<List<Written>> history(int campaign, long id);

    /**
     * What people say of a change of {@link CampaignChange.Kind#MARKETING}.
     *
     * @param at null: the server's clock; in a correction as it stood
     */
    record Text(@Nullable Instant at, String by, String what) {}

    /** @param writer who wrote it so, which may be another one than who made the change */
    record Written(CampaignChange change, boolean withdrawn, String writer) {}

    /** How a correction or a withdrawal ended. */
    sealed interface Outcome {

        /** @param change as it stands now, or as it stood when it was withdrawn */
        record Done(CampaignChange change) implements Outcome {}

        /** The campaign has no such change, or it was withdrawn. */
        record NotThere() implements Outcome {}

        /** The system wrote it: it says what happened, and stays. */
        record Automatic() implements Outcome {}
    }
}
