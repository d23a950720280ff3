package dev.tundish.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tundish.campaign.Campaign;
import dev.tundish.campaign.CampaignState;
import dev.tundish.campaign.Definition;
import dev.tundish.funnel.Flow;
import dev.tundish.funnel.FunnelQuestion;
import dev.tundish.funnel.FunnelReport;
import dev.tundish.funnel.Health;
import dev.tundish.funnel.Stage;
import dev.tundish.funnel.Yardstick;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.test.scheduler.VirtualTimeScheduler;

/** The clock begins on a Thursday at noon. */
class LiveOverviewTests {

    private static final Instant NOON = Instant.EPOCH.plus(Duration.ofHours(12));

    private VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final FakeSources fake = new FakeSources();
    private final Live live = new LiveStreams(fake.sources(), fake.pulse());
    private boolean beating = true;
    private final List<Overview> seen = new ArrayList<>();
    private Disposable viewer = Disposables.disposed();

    @BeforeEach
    void takeTimeInHand() {
        time = VirtualTimeScheduler.getOrSet();
        time.advanceTimeTo(NOON);
    }

    @AfterEach
    void letTimeGo() {
        viewer.dispose();
        VirtualTimeScheduler.reset();
    }

    @Test
    void glancesAtAllCampaignsInOneQuery() {
        fake.campaigns = plain(200);
        look();
        assertThat(seen.getLast().campaigns()).hasSize(200);
        assertThat(fake.glanced).first().satisfies(ids -> assertThat(ids).hasSize(200));
        fake.commit(7);
        pass(Duration.ofMillis(1100));
        assertThat(seen.getLast().campaigns().get(6).version()).isEqualTo(2);
        assertThat(fake.glanced).last().satisfies(ids -> assertThat(ids).containsExactly(7));
    }

    @Test
    void aRowInWhichNothingChangedIsTheSame() {
        fake.campaigns = plain(3);
        look();
        pass(Duration.ofSeconds(10));
        Overview before = seen.getLast();
        fake.commit(2);
        pass(Duration.ofMillis(300));
        Overview after = seen.getLast();
        assertThat(after.campaigns().get(0)).isSameAs(before.campaigns().get(0));
        assertThat(after.campaigns().get(1)).isNotSameAs(before.campaigns().get(1));
        assertThat(after.campaigns().get(2)).isSameAs(before.campaigns().get(2));
    }

    @Test
    void whatIsDearIsAskedForEveryHalfMinuteWhateverHappens() {
        fake.campaigns = plain(3);
        look();
        for (int n = 0; n < 240; n++) {
            fake.commit(1 + n % 3);
            pass(Duration.ofMillis(250));
        }
        assertThat(fake.surveys).hasSize(3);
        assertThat(fake.surveys.values()).allSatisfy(asked -> assertThat(asked).isBetween(2, 3));
        assertThat(seen.size()).isGreaterThan(200);
    }

    @Test
    void slowsDownWhenVeryManyChange() {
        fake.campaigns = plain(200);
        look();
        pass(Duration.ofSeconds(20));
        int before = seen.size();
        for (int n = 0; n < 100; n++) {
            for (int campaign = 1; campaign <= 200; campaign++) {
                fake.commit(campaign);
            }
            pass(Duration.ofMillis(100));
        }
        assertThat(seen.size() - before).isBetween(9, 12);
        pass(Duration.ofSeconds(2));
        assertThat(seen.getLast().campaigns().getLast().version()).isEqualTo(fake.version);
    }

    @Test
    void saysByBeatsThatAQuietOverviewIsComplete() {
        look();
        pass(Duration.ofSeconds(3));
        Instant before = seen.getLast().completeTo();
        pass(Duration.ofSeconds(6));
        assertThat(seen.getLast().completeTo()).isBetween(before.plusSeconds(4), before.plusSeconds(6));
    }

    @Test
    void withoutBeatsItDoesNotSayThatItIsComplete() {
        beating = false;
        look();
        Instant first = seen.getLast().completeTo();
        for (int n = 0; n < 40; n++) {
            fake.commit();
            pass(Duration.ofMillis(250));
        }
        assertThat(seen.getLast().campaigns().getFirst().version()).isEqualTo(fake.version);
        assertThat(seen.getLast().completeTo()).isEqualTo(first);
        int told = seen.size();
        pass(Duration.ofSeconds(20));
        assertThat(seen.size() - told)
                .as("no more than its word and its minute")
                .isLessThan(4);
    }

    @Test
    void goesOnByItselfWhenTheDatabaseIsBack() {
        fake.away = new IllegalStateException("away");
        look();
        pass(Duration.ofSeconds(30));
        assertThat(seen).isEmpty();
        fake.away = null;
        pass(Duration.ofSeconds(5));
        assertThat(seen.getLast().campaigns()).hasSize(1);
    }

    @Test
    void aCampaignThatIsMissingItsPlanIsOffTrackSoon() {
        fake.campaigns =
                List.of(campaign(1, "spring", NOON.minus(Duration.ofDays(7)), NOON.plus(Duration.ofDays(7)), 1000));
        fake.counts.put(1, counts(200, 100));
        fake.arrivals.put(1, new int[] {500, 600, 700});
        look();
        pass(Duration.ofSeconds(5));
        CampaignGlance glance = seen.getLast().campaigns().getFirst();
        assertThat(glance.standing().goal()).isEqualTo(new Standing.Goal(0, 1000, 0.5));
        assertThat(glance.standing().health()).isNotNull().satisfies(health -> {
            assertThat(health.word()).isEqualTo(Health.Word.OFF_TRACK);
            assertThat(health.worst()).isEqualTo(new Yardstick.Target(0, 200, 500, 1000));
        });
    }

    @Test
    void aStepIsHeldAgainstThePredecessorAtTheSameAge() {
        Campaign winter =
                campaign(2, "winter", NOON.minus(Duration.ofDays(100)), NOON.minus(Duration.ofDays(50)), null);
        Definition follows = campaign(1, "spring", NOON.minus(Duration.ofDays(7)), null, null)
                .definition();
        fake.campaigns = List.of(new Campaign(1, "spring", following(follows), 1, NOON, NOON), winter);
        fake.counts.put(1, counts(400, 100));
        fake.counts.put(2, counts(400, 250));
        fake.arrivals.put(1, new int[] {500, 600, 700});
        fake.arrivals.put(2, new int[] {500, 600, 700});
        look();
        pass(Duration.ofSeconds(5));
        assertThat(health(0)).isNotNull().satisfies(health -> {
            assertThat(health.word()).isEqualTo(Health.Word.OFF_TRACK);
            assertThat(health.worst()).isEqualTo(new Yardstick.Predecessor(0, 1, 100, 400, 250, 400));
        });
        assertThat(health(1))
                .isNotNull()
                .satisfies(health -> assertThat(health.word()).isEqualTo(Health.Word.NO_YARDSTICK));
        FunnelQuestion asked = fake.funnelQuestions.getFirst();
        assertThat(asked.mode()).isEqualTo(FunnelQuestion.Mode.ACTIVITY);
        assertThat(asked.to())
                .as("as old as spring is")
                .isEqualTo(NOON.minus(Duration.ofDays(93)).getEpochSecond() * 1_000_000);
    }

    @Test
    void anUnusualSilenceIsSaidAndEndsWithTheNextLead() {
        int now = (int) (NOON.getEpochSecond() / 60);
        fake.campaigns = plain(1);
        fake.counts.put(1, counts(40_000, 100));
        fake.arrivals.put(1, IntStream.range(now - 28 * 1440, now - 20).toArray());
        look();
        pass(Duration.ofSeconds(5));
        assertThat(health(0)).isNotNull().satisfies(health -> {
            assertThat(health.word()).isEqualTo(Health.Word.QUIET);
            assertThat(health.silence())
                    .isNotNull()
                    .satisfies(silence -> assertThat(silence.minutes()).isBetween(20L, 21L));
        });
        fake.lately = 1;
        fake.commit(1);
        pass(Duration.ofSeconds(5));
        assertThat(health(0))
                .isNotNull()
                .satisfies(health -> assertThat(health.word()).isEqualTo(Health.Word.NO_YARDSTICK));
        assertThat(seen.getLast().campaigns().getFirst().lastHour()).endsWith(1L);
    }

    @Test
    void nothingIsExpectedOfACampaignThatHasNotBegunOrWasPutAway() {
        fake.campaigns = List.of(
                campaign(1, "a", NOON.plus(Duration.ofDays(1)), NOON.plus(Duration.ofDays(9)), 1000),
                campaign(2, "b", NOON.minus(Duration.ofDays(9)), NOON.minus(Duration.ofDays(1)), 1000));
        fake.counts.put(2, counts(10, 1));
        look();
        pass(Duration.ofSeconds(5));
        assertThat(seen.getLast().campaigns())
                .extracting(CampaignGlance::state)
                .containsExactly(CampaignState.PLANNED, CampaignState.ENDED);
        assertThat(health(0)).isNull();
        assertThat(health(1))
                .isNotNull()
                .satisfies(health -> assertThat(health.word()).isEqualTo(Health.Word.OFF_TRACK));
    }

    private @Nullable Health health(int row) {
        return seen.getLast().campaigns().get(row).standing().health();
    }

    private void look() {
        viewer = live.overview().subscribe(seen::add);
        pass(Duration.ofMillis(10));
    }

    /** With a beat a second, as long as the database answers. */
    private void pass(Duration duration) {
        for (Duration left = duration; left.isPositive(); left = left.minusSeconds(1)) {
            time.advanceTimeBy(left.compareTo(Duration.ofSeconds(1)) < 0 ? left : Duration.ofSeconds(1));
            if (beating && fake.away == null) {
                fake.beat();
            }
        }
    }

    private static List<Campaign> plain(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> campaign(n, "c%03d".formatted(n), null, null, null))
                .toList();
    }

    private static Campaign campaign(
            int id, String key, @Nullable Instant launched, @Nullable Instant ends, @Nullable Integer target) {
        Definition definition = new Definition(
                key,
                "sales-assisted",
                Flow.SALES_ASSISTED,
                ZoneOffset.UTC,
                null,
                launched,
                ends,
                null,
                target == null ? Map.of() : Map.of("captured", target.longValue()),
                null,
                "qualified",
                Duration.ofDays(30),
                List.of());
        return new Campaign(id, key, definition, 1, Instant.EPOCH, Instant.EPOCH);
    }

    private static Definition following(Definition d) {
        return new Definition(
                d.name(),
                d.template(),
                d.flow(),
                d.zone(),
                d.channel(),
                d.launchedAt(),
                d.endsAt(),
                d.budget(),
                d.targets(),
                "winter",
                d.handover(),
                d.window(),
                d.reasons());
    }

    private static FunnelReport counts(long captured, long qualified) {
        List<FunnelReport.Row> rows = new ArrayList<>();
        for (Stage stage : Flow.SALES_ASSISTED.stages()) {
            long leads = rows.isEmpty() ? captured : rows.size() == 1 ? qualified : 0;
            rows.add(new FunnelReport.Row(stage, leads, 0, null, null, 0L, 0L, 0L, null, null));
        }
        return new FunnelReport(FunnelQuestion.Mode.COHORT, null, null, rows, null, 0L, List.of(), List.of(), null);
    }
}
