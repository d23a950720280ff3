package dev.tundish.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tundish.campaign.CampaignChange.Kind;
import dev.tundish.campaign.Definition.OwnReason;
import dev.tundish.campaign.DefinitionMarks.Mark;
import dev.tundish.funnel.Flow;
import dev.tundish.funnel.Money;
import dev.tundish.funnel.Stage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DefinitionMarksTests {

    private static final Draft PLAIN = new Draft(
            "Spring",
            "self-serve",
            null,
            "Europe/Amsterdam",
            null,
            Instant.parse("2026-11-23T08:00:00Z"),
            null,
            new Draft.Sum("5000", "EUR"),
            Map.of("converted", 40L),
            null,
            null,
            true,
            Duration.ofDays(14),
            List.of(),
            "Ana",
            List.of("b2b"),
            false,
            "Firms of 50 and more",
            null);

    private static Definition definition(Draft draft) {
        assertThat(DefinitionRules.check(draft)).isInstanceOf(Checked.Right.class);
        return ((Checked.Right) DefinitionRules.check(draft)).definition();
    }

    private static Draft with(
            @Nullable List<Draft.Step> flow, Map<String, Long> targets, Duration window, @Nullable String promise) {
        return new Draft(
                PLAIN.name(),
                flow == null ? PLAIN.template() : null,
                flow,
                PLAIN.zone(),
                null,
                PLAIN.launchedAt(),
                null,
                PLAIN.budget(),
                targets,
                null,
                null,
                true,
                window,
                List.of(),
                null,
                List.of(),
                false,
                promise,
                null);
    }

    private static String what(Definition before, Definition after) {
        List<Mark> marks = DefinitionMarks.of(before, after);
        assertThat(marks).hasSize(1);
        assertThat(marks.getFirst().kind()).isEqualTo(Kind.DEFINITION);
        assertThat(marks.getFirst().before()).isNull();
        return marks.getFirst().what();
    }

    @Test
    void leavesNothingForWhatOnlyPeopleRead() {
        Definition is = definition(PLAIN);
        Definition other = new Definition(
                "Another name",
                is.template(),
                is.flow(),
                is.zone(),
                "paid search",
                is.launchedAt(),
                is.endsAt(),
                is.budget(),
                is.targets(),
                "winter",
                is.handover(),
                is.window(),
                is.reasons(),
                "Ben",
                List.of("spring"),
                true,
                is.promise(),
                new Money(BigDecimal.TEN, "EUR"));
        assertThat(DefinitionMarks.of(is, other)).isEmpty();
    }

    @Test
    void saysTargetsAndTheTimeAllowedBeforeAndAfter() {
        Draft after = with(null, Map.of("converted", 60L, "captured", 500L), Duration.ofDays(1), PLAIN.promise());
        assertThat(what(definition(PLAIN), definition(after)))
                .isEqualTo("Target of Signed up none → 500. Target of Paid 40 → 60. Time allowed 14 days → 1 day");
    }

    @Test
    void saysWhatBecameOfEachStage() {
        Draft after = with(
                List.of(
                        new Draft.Step("converted", "Bought", null),
                        new Draft.Step("captured", "Signed up", null),
                        new Draft.Step("demo", "Demo", null)),
                Map.of("converted", 40L),
                Duration.ofDays(14),
                PLAIN.promise());
        assertThat(what(definition(PLAIN), definition(after)))
                .isEqualTo("Stage “Activated” removed. Stage “Paid” is called “Bought”. Stage “Demo” added."
                        + " Stages in another order");
    }

    @Test
    void saysATargetThatFallsAwayWithItsStage() {
        Draft after = with(
                List.of(new Draft.Step("captured", "Signed up", null), new Draft.Step("bought", "Bought", null)),
                Map.of(),
                Duration.ofDays(14),
                PLAIN.promise());
        assertThat(what(definition(PLAIN), definition(after))).endsWith("Target of Paid 40 → none");
    }

    @Test
    void keepsThePromiseAsItStoodBefore() {
        Definition before = definition(PLAIN);
        Draft after = with(null, Map.of("converted", 40L), Duration.ofDays(14), "Firms of 20 and more");
        assertThat(DefinitionMarks.of(before, definition(after)))
                .containsExactly(
                        new Mark(Kind.PROMISE, "What we promise sales is another text", "Firms of 50 and more"));
        Draft none = with(null, Map.of("converted", 40L), Duration.ofDays(14), null);
        assertThat(DefinitionMarks.of(definition(none), before))
                .containsExactly(new Mark(Kind.PROMISE, "What we promise sales was written down", null));
    }

    @Test
    void saysMomentsInTheCampaignsZoneAndMoneyWithItsCurrency() {
        Definition before = definition(PLAIN);
        Definition after =
                change(before, Instant.parse("2026-11-24T09:30:15Z"), new Money(new BigDecimal("6000.50"), "USD"));
        assertThat(what(before, after))
                .isEqualTo("Budget 5000 EUR → 6000.50 USD. Launch 2026-11-23 09:00 → 2026-11-24 10:30");
    }

    @Test
    void neverSaysMoreThanAChangeHolds() {
        UnaryOperator<String> key = n -> "stage_" + n;
        List<Stage> many = java.util.stream.IntStream.range(0, 10)
                .mapToObj(n -> Stage.of(key.apply("" + n), "\uD83D\uDE00".repeat(64)))
                .toList();
        Definition before = definition(PLAIN);
        Definition after = new Definition(
                "x",
                null,
                new Flow(many),
                before.zone(),
                null,
                null,
                null,
                null,
                Map.of(),
                null,
                null,
                before.window(),
                List.of(new OwnReason("a", "A", true)),
                null,
                List.of(),
                false,
                before.promise(),
                null);
        String what = what(before, after);
        assertThat(what.codePointCount(0, what.length())).isEqualTo(ChangeRules.WHAT);
        assertThat(what).endsWith("…");
    }

    private static Definition change(Definition is, Instant launchedAt, Money budget) {
        return new Definition(
                is.name(),
                is.template(),
                is.flow(),
                is.zone(),
                is.channel(),
                launchedAt,
                is.endsAt(),
                budget,
                is.targets(),
                is.predecessor(),
                is.handover(),
                is.window(),
                is.reasons(),
                is.owner(),
                is.tags(),
                is.archived(),
                is.promise(),
                is.spend());
    }
}
