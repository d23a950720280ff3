package dev.tundish.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tundish.funnel.Filter;
import dev.tundish.funnel.FunnelQuestion;
import dev.tundish.funnel.FunnelReport;
import dev.tundish.report.Versioned;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

class LiveStreamsTests {

    private VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final FakeSources fake = new FakeSources();
    private final Live live = new LiveStreams(fake.sources(), fake.pulse());

    @BeforeEach
    void takeTimeInHand() {
        time = VirtualTimeScheduler.getOrSet();
    }

    @AfterEach
    void letTimeGo() {
        VirtualTimeScheduler.reset();
    }

    @Test
    void givesThePresentStateAtOnceAndTheFirstChangeAtOnce() {
        List<Long> seen = versions(live.campaign(1, Live.View.WHOLE));
        assertThat(seen).containsExactly(1L);
        time.advanceTimeBy(Duration.ofMillis(300));
        fake.commit();
        time.advanceTimeBy(Duration.ofMillis(1));
        assertThat(seen).containsExactly(1L, 2L);
    }

    @Test
    void givesAtMostFourASecondAndNeverMissesTheLast() {
        List<Long> seen = versions(live.campaign(1, Live.View.WHOLE));
        for (int n = 0; n < 1_000; n++) {
            fake.commit();
            time.advanceTimeBy(Duration.ofMillis(1));
        }
        assertThat(seen.size()).isBetween(4, 6);
        time.advanceTimeBy(Duration.ofMillis(500));
        assertThat(seen.getLast()).isEqualTo(1_001);
    }

    @Test
    void asksOnceHoweverManyLook() {
        List<List<Long>> viewers = new ArrayList<>();
        for (int n = 0; n < 50; n++) {
            viewers.add(versions(live.campaign(1, Live.View.WHOLE)));
        }
        time.advanceTimeBy(Duration.ofMillis(300));
        fake.commit();
        time.advanceTimeBy(Duration.ofMillis(10));
        assertThat(viewers).allSatisfy(seen -> assertThat(seen).containsExactly(1L, 2L));
        assertThat(fake.funnelQueries).hasValue(2);
        assertThat(fake.pictureQueries).hasValue(2);
    }

    @Test
    void asksOnceForWhatIsAlikeOnAllViewsOfACampaign() {
        List<Disposable> viewers = new ArrayList<>();
        for (String source : List.of("a", "b", "c", "d", "e")) {
            Live.View view = new Live.View(
                    FunnelQuestion.Mode.COHORT, new Range.Whole(), Allowed.USUAL, Filter.NONE.with("source", source));
            viewers.add(live.campaign(1, view).subscribe());
        }
        time.advanceTimeBy(Duration.ofMillis(300));
        fake.commit();
        time.advanceTimeBy(Duration.ofMillis(10));
        viewers.forEach(Disposable::dispose);
        assertThat(fake.funnelQueries).hasValue(10);
        assertThat(fake.newestQueries).hasValue(2);
    }

    @Test
    void saysByBeatsThatAQuietPictureIsComplete() {
        List<CampaignPicture> seen = new ArrayList<>();
        Disposable viewer = live.campaign(1, Live.View.WHOLE).subscribe(seen::add);
        for (int second = 0; second < 6; second++) {
            time.advanceTimeBy(Duration.ofSeconds(1));
            fake.beat();
        }
        viewer.dispose();
        assertThat(seen).hasSize(4);
        assertThat(seen.getLast().completeTo())
                .isEqualTo(seen.getFirst().completeTo().plusSeconds(5));
        assertThat(fake.funnelQueries)
                .as("the counts, and the times that follow them")
                .hasValue(2);
    }

    @Test
    void saysNothingWithoutBeatsSoThatAPageKnowsThatItIsBlind() {
        List<Long> seen = versions(live.campaign(1, Live.View.WHOLE));
        time.advanceTimeBy(Duration.ofMinutes(1));
        assertThat(seen).hasSize(1);
    }

    @Test
    void judgesAPageAnewEveryTenSeconds() {
        List<Long> seen = versions(live.campaign(1, Live.View.WHOLE));
        for (int second = 0; second < 21; second++) {
            time.advanceTimeBy(Duration.ofSeconds(1));
            fake.beat();
        }
        assertThat(seen).isNotEmpty();
        assertThat(fake.funnelQueries)
                .as("at once, with the times, and every ten seconds")
                .hasValue(4);
    }

    @Test
    void showsWhatTheTalliesKnowWhileTheCubeIsStillOnItsWay() {
        fake.cubeTakes = Duration.ofSeconds(3);
        List<CampaignPicture> seen = new ArrayList<>();
        Disposable viewer = live.campaign(1, Live.View.WHOLE).subscribe(seen::add);
        time.advanceTimeBy(Duration.ofSeconds(1));
        assertThat(seen)
                .hasSize(1)
                .allSatisfy(picture -> assertThat(picture.exact()).isFalse());
        assertThat(fake.funnelQuestions)
                .last()
                .satisfies(question -> assertThat(question.fromTallies()).isTrue());
        time.advanceTimeBy(Duration.ofSeconds(3));
        viewer.dispose();
        assertThat(seen.getLast().exact()).isTrue();
    }

    @Test
    void showsNothingElseFirstWhenTheCubeIsThere() {
        List<CampaignPicture> seen = new ArrayList<>();
        Disposable viewer = live.campaign(1, Live.View.WHOLE).subscribe(seen::add);
        time.advanceTimeBy(Duration.ofSeconds(2));
        viewer.dispose();
        assertThat(seen)
                .isNotEmpty()
                .allSatisfy(picture -> assertThat(picture.exact()).isTrue());
    }

    @Test
    void anOpenPageRollsOverMidnight() {
        Live.View today = new Live.View(FunnelQuestion.Mode.ACTIVITY, new Range.Today(), Allowed.USUAL, Filter.NONE);
        Disposable viewer = live.campaign(1, today).subscribe();
        assertThat(fake.funnelQuestions.getLast().from()).isEqualTo(0);
        time.advanceTimeBy(Duration.ofHours(24).plusSeconds(1));
        fake.beat();
        viewer.dispose();
        assertThat(fake.funnelQuestions.getLast().from())
                .isEqualTo(Duration.ofHours(24).toSeconds() * 1_000_000);
    }

    @Test
    void keepsAnAnswerTrueAtItsOwnPace() {
        List<Long> seen = new ArrayList<>();
        Disposable viewer = live.kept(1, Duration.ofSeconds(2), _ -> Mono.fromSupplier(() -> fake.version))
                .map(Live.Kept::value)
                .distinctUntilChanged()
                .subscribe(seen::add);
        for (int n = 0; n < 60; n++) {
            fake.commit();
            time.advanceTimeBy(Duration.ofMillis(100));
            if (n % 10 == 0) {
                fake.beat();
            }
        }
        assertThat(seen.size()).isBetween(3, 4);
        time.advanceTimeBy(Duration.ofSeconds(2));
        fake.beat();
        viewer.dispose();
        assertThat(seen.getLast()).isEqualTo(61);
    }

    @Test
    void saysThatAKeptAnswerIsCompleteOnlyWhenNoChangeWaits() {
        List<Live.Kept<Long>> seen = new ArrayList<>();
        Disposable viewer = live.kept(1, Duration.ofSeconds(5), _ -> Mono.fromSupplier(() -> fake.version))
                .subscribe(seen::add);
        time.advanceTimeBy(Duration.ofSeconds(1));
        fake.commit();
        time.advanceTimeBy(Duration.ofSeconds(2));
        fake.beat();
        time.advanceTimeBy(Duration.ofSeconds(1));
        assertThat(seen).hasSize(1);
        time.advanceTimeBy(Duration.ofSeconds(2));
        fake.beat();
        viewer.dispose();
        assertThat(seen.getLast().value()).isEqualTo(2);
    }

    @Test
    void goesOnByItselfWhenTheDatabaseIsBack() {
        fake.away = new IllegalStateException("away");
        List<Long> seen = versions(live.campaign(1, Live.View.WHOLE));
        time.advanceTimeBy(Duration.ofSeconds(30));
        assertThat(seen).isEmpty();
        fake.away = null;
        time.advanceTimeBy(Duration.ofSeconds(5));
        assertThat(seen)
                .as("perhaps what the tallies know first, then the exact counts")
                .isNotEmpty()
                .containsOnly(1L);
    }

    @Test
    void failsAtOnceWhenTheQuestionCannotBeAnswered() {
        fake.away = new IllegalArgumentException("too many values");
        List<Throwable> errors = new ArrayList<>();
        live.funnel(1, "x", FunnelQuestion::whole).subscribe(_ -> {}, errors::add);
        assertThat(errors).hasSize(1);
        assertThat(errors.getFirst()).hasMessageContaining("too many values");
    }

    @Test
    void takesTimesAtMostEveryFiveSeconds() {
        List<Versioned<FunnelReport>> seen = new ArrayList<>();
        Disposable viewer = live.funnel(1, "whole", FunnelQuestion::whole).subscribe(seen::add);
        for (int n = 0; n < 48; n++) {
            fake.commit();
            time.advanceTimeBy(Duration.ofMillis(250));
        }
        viewer.dispose();
        assertThat(seen.size()).isGreaterThan(40);
        assertThat(fake.funnelQuestions.stream().filter(FunnelQuestion::times)).hasSize(3);
    }

    @Test
    void stopsAskingWhenNobodyLooks() {
        Disposable viewer = live.campaign(1, Live.View.WHOLE).subscribe();
        time.advanceTimeBy(Duration.ofSeconds(1));
        viewer.dispose();
        time.advanceTimeBy(Duration.ofSeconds(11));
        int asked = fake.funnelQueries.get();
        fake.commit();
        time.advanceTimeBy(Duration.ofMinutes(1));
        assertThat(fake.funnelQueries).hasValue(asked);
        assertThat(versions(live.campaign(1, Live.View.WHOLE))).containsExactly(2L);
    }

    private static List<Long> versions(Flux<CampaignPicture> pictures) {
        List<Long> seen = new ArrayList<>();
        pictures.subscribe(picture -> seen.add(picture.version()));
        return seen;
    }
}
