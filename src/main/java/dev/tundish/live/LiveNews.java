package dev.tundish.live;

import dev.tundish.campaign.Campaign;
import dev.tundish.journal.Recorded;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;

/** What is alike on every view of a campaign: asked once for all of them, and again when something was told since. */
final class LiveNews {

    private static final int NEWEST = 10;
    private static final Duration ANEW = Duration.ofSeconds(10);

    private final LivePicture.Sources sources;
    /** Both are bounded by the number of campaigns. */
    private final ConcurrentHashMap<Integer, Run> runs = new ConcurrentHashMap<>();

    private final ConcurrentHashMap<Integer, News> latest = new ConcurrentHashMap<>();

    /**
     * @param newest the newest events by commit, newest first
     * @param numbers the numbers of their leads
     */
    record News(Campaign campaign, List<Recorded> newest, Map<String, Integer> numbers) {}

    private record Run(long told, Instant at, Mono<News> news) {}

    LiveNews(LivePicture.Sources sources) {
        this.sources = sources;
    }

    /** The news of at least the version that had been told; empty when there is no such campaign. */
    Mono<News> of(int campaign, long told, Instant now) {
        return Mono.defer(() -> runs.compute(
                                campaign,
                                (id, run) -> run != null && serves(run, told, now)
                                        ? run
                                        : new Run(told, now, ask(id).cache()))
                        .news())
                .doOnError(_ -> runs.remove(campaign));
    }

    private static boolean serves(Run run, long told, Instant now) {
        return run.told() >= told && now.isBefore(run.at().plus(ANEW));
    }

    private Mono<News> ask(int campaign) {
        return sources.campaigns()
                .find(campaign)
                .flatMap(found -> sources.log()
                        .newest(campaign, NEWEST)
                        .collectList()
                        .flatMap(newest -> numbers(campaign, newest).map(numbers -> new News(found, newest, numbers))))
                .doOnNext(news -> latest.put(campaign, news));
    }

    /** A lead keeps its number, so that only those that are new among the events are looked up. */
    private Mono<Map<String, Integer>> numbers(int campaign, List<Recorded> newest) {
        News before = latest.get(campaign);
        Map<String, Integer> numbers = new HashMap<>();
        Set<String> unknown = new HashSet<>();
        for (Recorded event : newest) {
            Integer number = before == null ? null : before.numbers().get(event.lead());
            if (number == null) {
                unknown.add(event.lead());
            } else {
                numbers.put(event.lead(), number);
            }
        }
        if (unknown.isEmpty()) {
            return Mono.just(numbers);
        }
        return sources.reports().leadNumbers(campaign, unknown).map(found -> {
            numbers.putAll(found);
            return numbers;
        });
    }
}
