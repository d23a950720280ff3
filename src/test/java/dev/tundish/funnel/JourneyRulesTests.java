package dev.tundish.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The contract's section 3, sentence by sentence. Stages: 0 captured, 1 qualified, 2 converted. */
class JourneyRulesTests {

    private static final Rules RULES = new Rules(Flow.SELF_SERVE, 1, Map.of("own", true));
    private static final Happening IN = new Happening.Captured();
    private static final Happening QUALIFIED = new Happening.Qualified();
    private static final Happening WON = new Happening.Converted();
    private static final Happening LOST = new Happening.Lost("no_budget");
    private static final Happening REVERTED = new Happening.Reverted("spam");

    private static LeadEvent at(long at, Happening what) {
        return new LeadEvent("e" + at + what.type(), at, what, null, Map.of());
    }

    private static LeadEvent worth(String id, long at, @Nullable String amount, Map<String, String> attributes) {
        Money money = amount == null ? null : new Money(new BigDecimal(amount), "EUR");
        return new LeadEvent(id, at, WON, money, attributes);
    }

    private static Journey of(LeadEvent... events) {
        Journey journey = JourneyState.fold(RULES, List.of(events)).journey();
        assertThat(journey).isEqualTo(SecondReading.journey(RULES, List.of(events)));
        return journey;
    }

    @Test
    void conversionAtOrBeforeTheLastRevertAssertsTheStageBefore() {
        Journey journey = of(at(10, WON), at(20, REVERTED));
        assertThat(journey.asserted()).containsExactly(Journey.NEVER, 10, Journey.NEVER);
        assertThat(of(at(20, WON), at(20, REVERTED)).stage()).isEqualTo(1);
        assertThat(of(at(21, WON), at(20, REVERTED)).status()).isEqualTo(Status.CONVERTED);
    }

    @Test
    void laterStageImpliesEveryEarlierOne() {
        Journey journey = of(at(30, IN), at(10, QUALIFIED), at(20, IN));
        assertThat(journey.asserted()).containsExactly(20, 10, Journey.NEVER);
        assertThat(journey.reached()).containsExactly(10, 10, Journey.NEVER);
        assertThat(journey.stage()).isEqualTo(1);
    }

    @Test
    void leadWithoutAnyStageIsKnownButInNoFunnel() {
        assertThat(of(at(1, LOST)).stage()).isEqualTo(-1);
        assertThat(of(at(1, LOST)).status()).isEqualTo(Status.OUT);
        assertThat(of(at(1, new Happening.Reached("gone"))).status()).isEqualTo(Status.OPEN);
    }

    @Test
    void convertsWhenTheLastStageIsReached() {
        assertThat(of(at(1, WON), at(2, LOST)).status()).isEqualTo(Status.CONVERTED);
    }

    @Test
    void isOutForTheLastExitsReason() {
        Journey journey = of(at(1, IN), at(2, LOST), at(3, new Happening.Disqualified("other")));
        assertThat(journey.status()).isEqualTo(Status.OUT);
        assertThat(journey.reason()).isEqualTo("other");
    }

    @Test
    void laterStageEventBringsTheLeadBackAndAtTheSameTimeTheExitWins() {
        assertThat(of(at(1, IN), at(2, LOST), at(3, IN)).status()).isEqualTo(Status.OPEN);
        assertThat(of(at(1, IN), at(2, LOST), at(2, QUALIFIED)).status()).isEqualTo(Status.OUT);
    }

    @Test
    void revertIsAnExitOnlyWhenAConversionStandsAtOrBeforeIt() {
        assertThat(of(at(1, WON), at(2, REVERTED)).reason()).isEqualTo("spam");
        assertThat(of(at(1, IN), at(2, REVERTED)).status()).isEqualTo(Status.OPEN);
        assertThat(of(at(1, IN), at(2, REVERTED)).verdict()).isNotNull();
    }

    @Test
    void firstTouchWinsAndTiesAreDecidedByTheIdsBytes() {
        String above = "\uD83D\uDE00";
        String below = "\uFFFD";
        Journey journey =
                of(worth(above, 5, "1", Map.of("source", "second")), worth(below, 5, "2", Map.of("source", "first")));
        assertThat(journey.attributes()).containsEntry("source", "first");
        assertThat(journey.value()).isEqualTo(new Money(new BigDecimal("1"), "EUR"));
    }

    @Test
    void lastValueOfAConversionThatIsNotVoidCounts() {
        assertThat(of(worth("a", 1, "7", Map.of()), worth("b", 2, null, Map.of()))
                        .value())
                .isNotNull();
        assertThat(of(worth("a", 1, "7", Map.of()), at(1, REVERTED), worth("b", 2, null, Map.of()))
                        .value())
                .isNull();
    }

    @Test
    void lastStatedVerdictStandsBeforeAnyImpliedOne() {
        Journey journey = of(
                at(1, new Happening.Feedback(Mark.BAD, List.of("spam"))),
                at(2, new Happening.Feedback(Mark.GOOD, List.of())),
                at(3, LOST));
        assertThat(journey.verdict()).isEqualTo(new Verdict(Verdict.Source.STATED, Mark.GOOD, List.of(), 2));
    }

    @Test
    void qualityReasonOfALostLeadImpliesBadUntilItMovesOnOrConverts() {
        assertThat(of(at(1, IN), at(2, LOST)).verdict())
                .isEqualTo(new Verdict(Verdict.Source.IMPLIED, Mark.BAD, List.of("no_budget"), 2));
        assertThat(of(at(1, IN), at(2, LOST), at(3, IN)).verdict()).isNull();
        assertThat(of(at(1, WON), at(2, LOST)).verdict()).isNull();
    }

    @Test
    void circumstanceOrDisqualificationImpliesNothingAndADeclaredQualityReasonDoes() {
        assertThat(of(at(1, new Happening.Lost("competitor"))).verdict()).isNull();
        assertThat(of(at(1, new Happening.Disqualified("spam"))).verdict()).isNull();
        assertThat(of(at(1, new Happening.Lost("own"))).verdict()).isNotNull();
    }

    @Test
    void lastOfVoidedAndRestoredDecides() {
        assertThat(of(at(1, new Happening.Voided(null))).voided()).isTrue();
        assertThat(of(at(1, new Happening.Voided(null)), at(2, new Happening.Restored()))
                        .voided())
                .isFalse();
    }

    @Test
    void refusesARevertThatHidesTheNextConversion() {
        JourneyState state = JourneyState.fold(RULES, List.of(at(10, WON), at(30, WON)));
        assertThat(state.absorb(at(20, REVERTED))).isFalse();
        assertThat(state.absorb(at(30, REVERTED))).isTrue();
    }
}
