package dev.tundish.dashboard.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tundish.campaign.Campaign;
import dev.tundish.campaign.Campaigns;
import dev.tundish.campaign.Definition;
import dev.tundish.funnel.Filter;
import dev.tundish.funnel.Flow;
import dev.tundish.funnel.FunnelQuestion;
import dev.tundish.funnel.FunnelQuestion.Mode;
import dev.tundish.funnel.FunnelReport;
import dev.tundish.live.Allowed;
import dev.tundish.live.Live;
import dev.tundish.live.Range;
import dev.tundish.report.Reports;
import dev.tundish.report.Versioned;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class YardsticksTests {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final Instant NOW = Instant.parse("2026-10-27T10:30:40Z"); // two days after the clocks were set back
    private static final Instant LAUNCH = Instant.parse("2026-10-20T08:00:00Z");
    private static final Campaign SPRING = campaign(1, "spring", LAUNCH, "winter", Map.of("captured", 100L));
    private static final Campaign WINTER = campaign(2, "winter", Instant.parse("2026-01-10T09:15:00Z"), null, Map.of());
    private static final Campaign NEWBORN =
            campaign(3, "newborn", Instant.parse("2026-10-26T08:00:00Z"), null, Map.of());
    private static final Campaign TIMELESS = campaign(4, "timeless", null, null, Map.of());

    private final List<FunnelQuestion> asked = new ArrayList<>();
    private final List<Integer> of = new ArrayList<>();

    @Test
    void thePredecessorIsTheUsualYardstickAtTheSameAge() {
        Yardstick.Funnel found = funnel(SPRING, Sight.WHOLE);
        assertThat(found.key()).isEqualTo("winter");
        assertThat(of).containsExactly(2);
        // seven days, two hours and thirty minutes after the launch
        assertThat(found.until()).isEqualTo("2026-01-17T11:45:00Z");
        assertThat(asked.getFirst().until()).isEqualTo(micros("2026-01-17T11:45:00Z"));
        assertThat(asked.getFirst().asOf()).isEqualTo(micros("2026-01-17T11:45:00Z"));
        assertThat(asked.getFirst().window()).isEqualTo(Duration.ofDays(30).toSeconds() * 1_000_000);
        assertThat(found.younger()).isFalse();
    }

    @Test
    void withoutAPredecessorOrWishThereIsNone() {
        assertThat(find(WINTER, Sight.WHOLE)).isEmpty();
        assertThat(find(SPRING, Sight.WHOLE.with(new Against.Nothing()))).isEmpty();
    }

    @Test
    void aYoungerCampaignIsCountedAsItStandsAndSaysSo() {
        Yardstick.Funnel found = funnel(SPRING, Sight.WHOLE.with(new Against.Other("newborn")));
        assertThat(found.until()).isEqualTo("2026-10-27T10:30:00Z");
        assertThat(found.younger()).isTrue();
    }

    @Test
    void whatCannotBeComparedSaysWhy() {
        assertThat(why(SPRING, new Against.Other("timeless"))).contains("no launch date");
        assertThat(why(TIMELESS, new Against.Other("winter"))).contains("This campaign has no launch date");
        assertThat(why(SPRING, new Against.Other("spring"))).contains("itself");
        assertThat(why(SPRING, new Against.Other("gone"))).contains("no campaign");
        assertThat(why(WINTER, new Against.Target())).contains("No targets");
        assertThat(why(SPRING, new Against.Previous())).contains("choose 7 days");
    }

    @Test
    void theTimeBeforeMeetsTheSameWeekdayAndClockOverAChangeOfClocks() {
        Yardstick.Funnel found = funnel(SPRING, looking(new Range.Today()));
        // Tuesday 27 October, 11:30 in winter time, beside Tuesday 20 October, 11:30 in summer time
        assertThat(found.from()).isEqualTo("2026-10-19T22:00:00Z");
        assertThat(found.until()).isEqualTo("2026-10-20T09:30:00Z");
        assertThat(asked.getFirst().to()).isEqualTo(micros("2026-10-20T09:30:00Z"));
        assertThat(of).containsExactly(1);
    }

    @Test
    void aLongerTimeGoesBackByWholeWeeks() {
        LocalDateTime from = LocalDateTime.of(2026, 10, 1, 0, 0);
        Yardstick.Funnel found = funnel(SPRING, looking(new Range.Between(from, from.plusDays(10))));
        assertThat(found.from()).isEqualTo(from.minusWeeks(2).atZone(AMSTERDAM).toInstant());
        assertThat(asked.getFirst().to())
                .isEqualTo(micros(from.plusDays(10)
                        .minusWeeks(2)
                        .atZone(AMSTERDAM)
                        .toInstant()
                        .toString()));
    }

    @Test
    void theLinkToTheOthersLeadsAsksTheSameQuestion() {
        for (Sight sight :
                List.of(Sight.WHOLE, looking(new Range.Today()), looking(new Range.Last(Duration.ofDays(7))))) {
            asked.clear();
            Yardstick.Funnel found = funnel(SPRING, sight);
            Campaign theirs = found.key().equals("winter") ? WINTER : SPRING;
            Sight link = Sight.of(found.leads().said());
            long until = ChronoUnit.MICROS.between(
                    Instant.EPOCH,
                    Objects.requireNonNull(link.selection().until())
                            .atZone(AMSTERDAM)
                            .toInstant());
            FunnelQuestion linked =
                    link.view().question(theirs.definition(), NOW).asItStood(until);
            assertThat(linked).isEqualTo(asked.getFirst());
        }
    }

    private static Sight looking(Range range) {
        return new Sight(
                range,
                Mode.COHORT,
                Allowed.USUAL,
                Filter.NONE.with("source", "google"),
                new Against.Previous(),
                null,
                null,
                Selection.ALL,
                null,
                null,
                null);
    }

    private Optional<Yardstick> find(Campaign ours, Sight sight) {
        Live live = fake(Live.class, Map.of("kept", arguments -> {
            @SuppressWarnings("unchecked")
            Function<Instant, Mono<Object>> question = (Function<Instant, Mono<Object>>) arguments[2];
            return question.apply(NOW).map(value -> new Live.Kept<>(NOW, value)).flux();
        }));
        return Objects.requireNonNull(new Yardsticks(campaigns(), reports(), live)
                .of(ours.id(), sight)
                .blockFirst(Duration.ofSeconds(5)));
    }

    private Yardstick.Funnel funnel(Campaign ours, Sight sight) {
        return (Yardstick.Funnel) find(ours, sight).orElseThrow();
    }

    private String why(Campaign ours, Against against) {
        return ((Yardstick.Missing) find(ours, Sight.WHOLE.with(against)).orElseThrow()).why();
    }

    private static Campaigns campaigns() {
        List<Campaign> all = List.of(SPRING, WINTER, NEWBORN, TIMELESS);
        return fake(
                Campaigns.class,
                Map.of(
                        "find",
                        arguments -> Mono.justOrEmpty(all.stream()
                                .filter(one -> arguments[0].equals(one.id()) || arguments[0].equals(one.key()))
                                .findAny())));
    }

    private Reports reports() {
        return fake(Reports.class, Map.of("funnel", arguments -> {
            of.add((Integer) arguments[0]);
            asked.add((FunnelQuestion) arguments[1]);
            return Mono.just(new Versioned<>(
                    1L, new FunnelReport(Mode.COHORT, null, null, List.of(), null, 0L, List.of(), List.of(), null)));
        }));
    }

    /** Knows only what a test gives it to know. */
    private static <T> T fake(Class<T> type, Map<String, Function<Object[], Object>> known) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                    Function<Object[], Object> answer = known.get(method.getName());
                    if (answer == null) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return answer.apply(arguments);
                }));
    }

    private static long micros(String moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(moment));
    }

    private static Campaign campaign(
            int id, String key, @Nullable Instant launched, @Nullable String predecessor, Map<String, Long> targets) {
        Definition definition = new Definition(
                key,
                null,
                Flow.SALES_ASSISTED,
                AMSTERDAM,
                null,
                launched,
                null,
                null,
                targets,
                predecessor,
                "qualified",
                Duration.ofDays(30),
                List.of());
        return new Campaign(id, key, definition, 1, Instant.EPOCH, Instant.EPOCH);
    }
}
