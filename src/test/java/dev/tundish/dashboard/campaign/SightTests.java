package dev.tundish.dashboard.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import dev.tundish.funnel.Filter;
import dev.tundish.funnel.FunnelQuestion.Mode;
import dev.tundish.funnel.LeadsQuestion.Count;
import dev.tundish.live.Allowed;
import dev.tundish.live.Range;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SightTests {

    private static final int TRIES = 5_000;

    @Test
    void whatAnAddressSaysIsReadBackAsItWas() {
        Random random = new Random(7);
        for (int n = 0; n < TRIES; n++) {
            Sight sight = sight(random);
            assertThat(Sight.of(sight.said())).isEqualTo(sight);
            assertThat(Sight.of(QueryParameters.fromString(sight.query().replaceFirst("^\\?", ""))))
                    .as(sight.query())
                    .isEqualTo(sight);
        }
    }

    @Test
    void anyAddressIsUnderstoodAndSaidAgainInOneForm() {
        Random random = new Random(11);
        for (int n = 0; n < TRIES; n++) {
            Sight sight = Sight.of(scribble(random));
            assertThat(Sight.of(sight.said())).isEqualTo(sight);
            assertThat(Sight.of(sight.said()).query()).isEqualTo(sight.query());
        }
    }

    @Test
    void theUsualNeedsNoWords() {
        assertThat(Sight.WHOLE.query()).isEmpty();
        assertThat(Sight.of(Map.of())).isEqualTo(Sight.WHOLE);
        assertThat(said("range=today&mode=activity")).isEqualTo("?range=today");
        assertThat(said("range=all&mode=cohort&vs=!&window=PT0S&lead=ada@example.org"))
                .isEmpty();
    }

    @Test
    void wrongValuesAreAsGoodAsNone() {
        assertThat(said("from=2026-11-08&to=2026-11-01")).isEmpty();
        assertThat(said("from=2026-02-30")).isEmpty();
        assertThat(said("window=P1M")).isEmpty();
        assertThat(said("filter=source&filter=:x&filter=Source:x")).isEmpty();
        assertThat(said("count=everything&took=-&page=<script>")).isEmpty();
    }

    @Test
    void daysAndLengthsAreSaidShortly() {
        assertThat(said("from=2026-11-01T00:00&to=2026-11-08T12:30&window=PT168H"))
                .isEqualTo("?from=2026-11-01&to=2026-11-08T12%3A30&window=P7D");
    }

    @Test
    void aCampaignThatIsCalledLikeAWordIsToldApart() {
        Sight target = Sight.WHOLE.with(new Against.Other("target"));
        assertThat(Sight.of(target.said()).against()).isEqualTo(new Against.Other("target"));
        assertThat(said("vs=target")).isEqualTo("?vs=target");
    }

    private static String said(String address) {
        return Sight.of(QueryParameters.fromString(address)).query();
    }

    private static Sight sight(Random random) {
        Range range = range(random);
        return new Sight(
                range,
                random.nextBoolean() ? Mode.COHORT : Mode.ACTIVITY,
                one(
                        random,
                        Allowed.USUAL,
                        Allowed.NONE,
                        new Allowed.Of(Duration.ofSeconds(1 + random.nextInt(900_000)))),
                filter(random),
                one(
                        random,
                        Against.USUAL,
                        new Against.Nothing(),
                        new Against.Previous(),
                        new Against.Target(),
                        new Against.Other("winter-launch"),
                        new Against.Other("none")),
                maybe(random, "qualified"),
                maybe(random, "utm_source"),
                new Selection(
                        maybe(random, one(random, Count.values())),
                        maybe(random, "captured"),
                        maybe(random, "no_budget"),
                        maybe(random, one(random, new Selection.Took(0L, 60L), new Selection.Took(3600L, null))),
                        maybe(random, minute(random))),
                maybe(random, "value-asc"),
                maybe(random, "eyJhIjoxfQ"),
                maybe(random, random.nextInt(100_000_000)));
    }

    private static Range range(Random random) {
        LocalDateTime from = minute(random);
        return one(
                random,
                Ranges.ALL,
                new Range.Today(),
                new Range.Last(Duration.ofDays(7)),
                new Range.Last(Duration.ofHours(1)),
                new Range.Between(from, from.plusMinutes(1 + random.nextInt(100_000))),
                new Range.Between(from, null),
                new Range.Between(null, from.toLocalDate().atStartOfDay()));
    }

    private static LocalDateTime minute(Random random) {
        return LocalDateTime.of(2026, 1, 1, 0, 0).plusMinutes(random.nextInt(2_000_000));
    }

    private static Filter filter(Random random) {
        Filter filter = Filter.NONE;
        for (int n = random.nextInt(4); n > 0; n--) {
            filter = filter.with(
                    one(random, "source", "segment", "region"),
                    one(random, "", "google", "a:b", "a&b=c d+%", "Größe 😀", "partner_network"));
        }
        return filter;
    }

    private static Map<String, List<String>> scribble(Random random) {
        List<String> names = List.of(
                "range", "mode", "from", "to", "window", "filter", "vs", "step", "by", "count", "at", "reason", "took",
                "until", "sort", "page", "lead", "other");
        List<String> values = List.of(
                "",
                "none",
                "all",
                "today",
                "week",
                "hour",
                "cohort",
                "activity",
                "P7D",
                "PT36H",
                "PT0.5S",
                "-PT1H",
                "source:google",
                "source:",
                ":",
                "spring",
                "campaign:none",
                "2026-11-01",
                "2026-11-01T24:00",
                "leads",
                "handedOver",
                "3600-",
                "-",
                "1-2-3",
                "value-asc",
                "17",
                "-1",
                "99999999999",
                "<b>",
                "😀");
        Map<String, List<String>> address = new HashMap<>();
        for (String name : names) {
            List<String> said = new ArrayList<>();
            for (int n = random.nextInt(3); n > 0; n--) {
                said.add(values.get(random.nextInt(values.size())));
            }
            address.put(name, said);
        }
        assertThat(Set.copyOf(names)).containsAll(address.keySet());
        return address;
    }

    private static <T> @Nullable T maybe(Random random, T value) {
        return random.nextBoolean() ? value : null;
    }

    @SafeVarargs
    private static <T> T one(Random random, T... values) {
        return values[random.nextInt(values.length)];
    }
}
