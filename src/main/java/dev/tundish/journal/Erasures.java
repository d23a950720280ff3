package dev.tundish.journal;

import reactor.core.publisher.Mono;

/**
 * Erases who a lead is: another name stands in place of its own everywhere, its card and what people wrote of it are gone,
 * and no count changes. The name stays erased: a keyed hash knows it again when it is sent once more, and what is sent then
 * goes to the lead that stands in its place, without text and card.
 */
public interface Erasures {

    /** Erases the lead, or says why not. Doing it twice does it once. */
    Mono<Result> erase(int campaign, String lead);

    /** What became of it. */
    sealed interface Result {

        /**
         * Done, now or before.
         *
         * @param lead the name that stands in place of the lead's own
         */
        record Erased(String lead) implements Result {}

        /** The campaign has no such lead. */
        record NotThere() implements Result {}

        /** The campaign is being folded anew just now: ask again when that is done. */
        record Rebuilding() implements Result {}
    }
}
