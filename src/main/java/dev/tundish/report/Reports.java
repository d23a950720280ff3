package dev.tundish.report;

import dev.tundish.funnel.Cube;
import dev.tundish.funnel.FeedbackQuestion;
import dev.tundish.funnel.FeedbackReport;
import dev.tundish.funnel.FunnelQuestion;
import dev.tundish.funnel.FunnelReport;
import dev.tundish.funnel.Journey;
import dev.tundish.funnel.LeadsQuestion;
import dev.tundish.funnel.Rules;
import dev.tundish.funnel.TrendQuestion;
import dev.tundish.funnel.TrendReport;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The answers to questions about a campaign. Each is of one version throughout, and of at least the version that was
 * current when it was asked. An unknown number gives empty; a question that cannot be answered (a breakdown by a key of
 * too many values, a cursor that is none) fails with {@link IllegalArgumentException} and a sentence for people.
 */
public interface Reports {

    Mono<Versioned<FunnelReport>> funnel(int campaign, FunnelQuestion question);

    Mono<Versioned<FeedbackReport>> feedback(int campaign, FeedbackQuestion question);

    /** How the funnel went over time. */
    Mono<Versioned<TrendReport>> trend(int campaign, TrendQuestion question);

    /**
     * What the work makes of one version of the campaign's cube: any question, or several whose answers must fit
     * together. The work reads the cube, does not keep it, and is done in milliseconds: writers wait for it.
     */
    <T> Mono<Versioned<T>> ask(int campaign, BiFunction<Rules, Cube, T> work);

    /** The name of the lead with this number, or empty. A lead's number never changes, and says nothing of who it is. */
    Mono<String> leadName(int campaign, int number);

    /** The number of the lead with this name, or empty. */
    Mono<Integer> leadNumber(int campaign, String name);

    /** The numbers of the leads with these names; what does not exist is left out. */
    Mono<Map<String, Integer>> leadNumbers(int campaign, Collection<String> names);

    /** The names of the leads with these numbers; what does not exist is left out. */
    Mono<Map<Integer, String>> leadNames(int campaign, Collection<Integer> numbers);

    Mono<LeadPage> leads(int campaign, LeadsQuestion question, @Nullable String cursor, int limit);

    /** Leads per minute at each stage in {@code [fromMinute, toMinute)}, minutes since the epoch: {@code [minute][stage]}. */
    Mono<Versioned<long[][]>> activity(int campaign, int fromMinute, int toMinute);

    /** The pictures of these campaigns in one query; campaigns that are not there are left out. */
    Flux<Tallied> pictures(Collection<Integer> campaigns, PictureQuestion question);

    /** All leads behind a number, chosen at once, to be read piece by piece. */
    Mono<Selection> selection(int campaign, LeadsQuestion question);

    /**
     * A few hundred of the leads that were chosen, in the order of their numbers, as they stand now. Fails when the
     * campaign's flow was changed since they were chosen.
     *
     * @param from the number to begin with: 0, or where the piece before says
     */
    Mono<Piece> piece(Selection selection, int from);

    /**
     * @param attributes the keys of all attributes that leads of the campaign carry, in their order
     * @param leads the numbers of the leads
     */
    record Selection(int campaign, Rules rules, List<String> attributes, BitSet leads) {}

    /** @param next where the next piece begins, or -1: there is none */
    record Piece(List<Lead> leads, int next) {}

    /** @param next the cursor of the next page, null at the end */
    record LeadPage(
            long version,
            Rules rules,
            long total,
            List<Lead> leads,
            @Nullable String next) {}

    /**
     * @param number the lead's number in its campaign: for addresses, which hold no names
     * @param lead its name
     */
    record Lead(int number, String lead, Journey journey) {}
}
