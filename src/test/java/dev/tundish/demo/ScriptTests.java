package dev.tundish.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tundish.funnel.Reasons;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScriptTests {

    private static final Instant LIVE = Instant.parse("2026-11-23T12:34:56Z");
    private static final Acts ACTS = new Acts(LIVE, 1);

    private static List<DemoEvent> until(Script script, Instant end) {
        List<DemoEvent> all = new ArrayList<>();
        for (List<DemoEvent> some = script.due(end, 500); !some.isEmpty(); some = script.due(end, 500)) {
            all.addAll(some);
        }
        return all;
    }

    private static Script script(long seed) {
        return new Script(seed, ACTS, Instant.EPOCH, Gap.NONE);
    }

    @Test
    void theSameSeedSendsTheSameEventsInTheSameOrder() {
        Instant end = LIVE.plus(Duration.ofMinutes(30));
        assertThat(until(script(7), end)).isEqualTo(until(script(7), end)).hasSizeGreaterThan(10_000);
    }

    @Test
    void anotherSeedSendsOtherEvents() {
        List<DemoEvent> some = script(7).due(LIVE, 1000);
        assertThat(script(8).due(LIVE, 1000)).doesNotContainAnyElementsOf(some);
    }

    @Test
    void aScriptBegunInTheMiddleGoesOnWhereTheFirstOneStopped() {
        Instant stopped = LIVE.plus(Duration.ofMinutes(10));
        Instant end = LIVE.plus(Duration.ofHours(2));
        Script first = script(7);
        until(first, stopped.minusMillis(1));
        Script second = new Script(7, ACTS, stopped, Gap.NONE);
        assertThat(until(second, end)).isEqualTo(until(first, end)).isNotEmpty();
    }

    @Test
    void nobodyComesInDuringAGapButTheStoriesUnderWayGoOn() {
        Instant stopped = LIVE.plus(Duration.ofMinutes(10));
        Instant resumed = stopped.plus(Duration.ofHours(3));
        Script script = new Script(7, ACTS, stopped, new Gap(stopped, resumed));
        List<DemoEvent> inGap = until(script, resumed.minusMillis(1));
        assertThat(inGap).isNotEmpty();
        assertThat(inGap)
                .filteredOn(event -> event.type().equals("lead.captured"))
                .allMatch(event -> event.at().isBefore(stopped));
        assertThat(until(script, resumed.plus(Duration.ofMinutes(5))))
                .anyMatch(event -> event.type().equals("lead.captured"));
    }

    @Test
    void nothingIsSentBeforeItHappensAndSomeOfItLateTwiceAndOutOfOrder() {
        Script script = script(7);
        Set<String> ids = new HashSet<>();
        int twice = 0;
        int outOfOrder = 0;
        Instant last = Instant.EPOCH;
        while (script.nextAt().isBefore(LIVE)) {
            Instant sendAt = script.nextAt();
            DemoEvent event = script.due(sendAt, 1).getFirst();
            assertThat(event.at()).isBeforeOrEqualTo(sendAt);
            twice += ids.add(event.campaign() + "/" + event.id()) ? 0 : 1;
            outOfOrder += event.at().isBefore(last) ? 1 : 0;
            last = event.at();
        }
        assertThat(twice / (double) ids.size()).isBetween(0.005, 0.02);
        assertThat(outOfOrder / (double) ids.size()).isBetween(0.01, 0.5);
    }

    @Test
    void bringsAboutOneEventASecondWhileItIsWatched() {
        Script script = script(7);
        until(script, LIVE);
        int events = until(script, LIVE.plus(Duration.ofHours(1))).size();
        assertThat(events / 3600.0).isBetween(0.7, 1.4);
    }

    @Test
    void goesFasterWhenAskedTo() {
        Script script = new Script(7, new Acts(LIVE, 10), Instant.EPOCH, Gap.NONE);
        until(script, LIVE);
        int events = until(script, LIVE.plus(Duration.ofMinutes(10))).size();
        assertThat(events / 600.0).isBetween(6.0, 15.0);
    }

    @Test
    void neverHoldsMoreThanTheStoriesUnderWayHoweverLongItRuns() {
        Script script = script(7);
        until(script, LIVE.plus(Duration.ofDays(1)));
        int afterADay = script.underWay();
        int most = 0;
        for (int hour = 24; hour <= 24 * 7; hour++) {
            until(script, LIVE.plus(Duration.ofHours(hour)));
            most = Math.max(most, script.underWay());
        }
        assertThat(most).isLessThan(2 * afterADay).isLessThan(6_000);
    }

    @Test
    void thePredecessorIsCompleteWithItsFeedback() {
        List<DemoEvent> events = of(Acts.PREDECESSOR, until(script(7), LIVE));
        int captured = leads(events, event -> event.type().equals("lead.captured"));
        Set<String> handedOver = leadsOf(events, event -> event.type().equals("lead.qualified"));
        Set<String> judged = leadsOf(events, ScriptTests::judges);
        judged.retainAll(handedOver);
        assertThat(captured).isCloseTo(1200, within(120));
        assertThat(handedOver.size() / (double) captured).isCloseTo(0.52, within(0.05));
        assertThat(judged.size() / (double) handedOver.size()).isCloseTo(SalesStory.ANSWERED, within(0.06));
        assertThat(leads(events, event -> event.type().equals("lead.converted")) / (double) captured)
                .isBetween(0.05, 0.12);
    }

    @Test
    void theLaunchHasAFewHundredLeadsAndItsFirstWinsWhenTheDemoStarts() {
        List<DemoEvent> events = of(Acts.LAUNCH, until(script(7), LIVE));
        assertThat(leads(events, event -> event.type().equals("lead.captured"))).isBetween(300, 900);
        assertThat(leads(events, event -> event.type().equals("lead.converted")))
                .isGreaterThan(8);
    }

    @Test
    void thoseWhoTryItSignUpActivateAndPay() {
        List<DemoEvent> events = of(Acts.SELF_SERVE, until(script(7), LIVE));
        double signedUp = leads(events, event -> event.type().equals("lead.captured"));
        double activated = leads(events, event -> event.type().equals("lead.qualified"));
        double paid = leads(events, event -> event.type().equals("lead.converted"));
        assertThat(signedUp).isBetween(2000.0, 4000.0);
        assertThat(activated / signedUp).isCloseTo(0.46, within(0.05));
        assertThat(paid / activated).isCloseTo(0.27, within(0.05));
        assertThat(events)
                .filteredOn(event -> event.type().equals("lead.converted"))
                .allMatch(event -> event.details().containsKey("value"));
    }

    @Test
    void theFailingPairCanBeFoundAndThereAreFewerOfItAfterTheChange() {
        List<DemoEvent> events = of(Acts.FAILING, until(script(7), LIVE));
        Instant changed = ACTS.targetingChanged();
        Set<String> pair = leadsOf(events, ScriptTests::isOfThePair);
        Set<String> early = leadsOf(events, e -> e.type().equals("lead.captured") && e.at().isBefore(changed));
        Set<String> late = leadsOf(events, e -> e.type().equals("lead.captured") && !e.at().isBefore(changed));
        Set<String> noBudget = leadsOf(events, e -> judges(e) && "no_budget".equals(reason(e)));
        Set<String> judged = leadsOf(events, ScriptTests::judges);

        assertThat(share(pair, early)).isCloseTo(PartnerAudience.SHARE, within(0.05));
        assertThat(share(pair, late)).isCloseTo(PartnerAudience.SHARE / 3, within(0.04));
        Set<String> judgedPair = both(judged, pair);
        Set<String> judgedRest = new HashSet<>(judged);
        judgedRest.removeAll(pair);
        assertThat(share(noBudget, judgedPair)).isGreaterThan(0.55);
        assertThat(share(noBudget, judgedRest)).isLessThan(0.15);
        assertThat(share(noBudget, both(judged, late))).isLessThan(0.65 * share(noBudget, both(judged, early)));
    }

    private static List<DemoEvent> of(String campaign, List<DemoEvent> events) {
        return events.stream().filter(e -> e.campaign().equals(campaign)).toList();
    }

    private static boolean judges(DemoEvent event) {
        String reason = reason(event);
        return event.type().equals("lead.feedback")
                || (event.type().equals("lead.rejected") && reason != null && Reasons.isQuality(reason));
    }

    private static @Nullable String reason(DemoEvent event) {
        Object reason = event.details().get("reason");
        if (reason == null && event.details().get("reasons") instanceof List<?> reasons && !reasons.isEmpty()) {
            reason = reasons.getFirst();
        }
        return reason instanceof String text ? text : null;
    }

    private static boolean isOfThePair(DemoEvent event) {
        return event.details().get("attributes") instanceof Map<?, ?> attributes
                && PartnerAudience.SOURCE.equals(attributes.get("source"))
                && PartnerAudience.SEGMENT.equals(attributes.get("segment"));
    }

    private static Set<String> leadsOf(List<DemoEvent> events, Predicate<DemoEvent> which) {
        return events.stream().filter(which).map(DemoEvent::lead).collect(Collectors.toCollection(HashSet::new));
    }

    private static int leads(List<DemoEvent> events, Predicate<DemoEvent> which) {
        return leadsOf(events, which).size();
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        Set<String> both = new HashSet<>(some);
        both.retainAll(others);
        return both;
    }

    private static double share(Set<String> those, Set<String> all) {
        return both(those, all).size() / (double) all.size();
    }
}
