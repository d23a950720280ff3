package dev.tundish.report;

import dev.tundish.funnel.FeedbackQuestion;
import dev.tundish.funnel.FeedbackReport;
import dev.tundish.funnel.FunnelQuestion;
import dev.tundish.funnel.FunnelReport;
import dev.tundish.funnel.Journey;
import dev.tundish.funnel.LeadsQuestion;
import dev.tundish.funnel.Rules;
import java.util.Collection;
import java.util.List;
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

    Mono<LeadPage> leads(int campaign, LeadsQuestion question, @Nullable String cursor, int limit);

    /** Leads per minute at each stage in {@code [fromMinute, toMinute)}, minutes since the epoch: {@code [minute][stage]}. */
    Mono<Versioned<long[][]>> activity(int campaign, int fromMinute, int toMinute);

    /** The pictures of these campaigns in one query; campaigns that are not there are left out. */
    Flux<Tallied> pictures(Collection<Integer> campaigns, PictureQuestion question);

    /** @param next the cursor of the next page, null at the end */
    record LeadPage(
            long version,
            Rules rules,
            long total,
            List<Lead> leads,
            @Nullable String next) {}

    record Lead(String lead, Journey journey) {}
}
