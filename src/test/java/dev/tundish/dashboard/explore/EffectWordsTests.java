package dev.tundish.dashboard.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tundish.funnel.Effect;
import dev.tundish.funnel.Effects;
import dev.tundish.funnel.Flow;
import dev.tundish.funnel.Happening;
import dev.tundish.funnel.LeadEvent;
import dev.tundish.funnel.Mark;
import dev.tundish.funnel.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EffectWordsTests {

    private static final Rules RULES = new Rules(Flow.SALES_ASSISTED, 1, Map.of());

    /** What is said of each of these, which happened one after the other; crossed out: nothing of it holds. */
    private static List<String> said(Happening... happenings) {
        List<LeadEvent> events = new ArrayList<>();
        for (int n = 0; n < happenings.length; n++) {
            events.add(new LeadEvent("e" + n, n, happenings[n], null, Map.of()));
        }
        EffectWords words = new EffectWords(RULES.flow());
        List<Effect> effects = Effects.of(RULES, events);
        List<String> said = new ArrayList<>();
        for (int n = 0; n < effects.size(); n++) {
            said.add((EffectWords.isIdle(effects.get(n)) ? "~" : "")
                    + String.join("; ", words.of(events.get(n), effects.get(n))));
        }
        return said;
    }

    @Test
    void whatSpeaksForItselfNeedsNoWords() {
        assertThat(said(new Happening.Captured(), new Happening.Qualified(), new Happening.Lost("bad_timing")))
                .containsExactly("", "", "");
    }

    @Test
    void aSaleThatWasUndoneIsCrossedOut() {
        assertThat(said(new Happening.Captured(), new Happening.Converted(), new Happening.Reverted("changed_mind")))
                .containsExactly("", "~Taken back later: counts as Opportunity alone", "");
    }

    @Test
    void whoCameBackIsNotOut() {
        assertThat(said(new Happening.Captured(), new Happening.Rejected("no_budget"), new Happening.Accepted()))
                .containsExactly(
                        "", "~It came back afterwards, or left again later; Says nothing of the lead any more", "");
    }

    @Test
    void aLaterAnswerTakesThePlaceOfAnEarlierOne() {
        assertThat(said(
                        new Happening.Captured(),
                        new Happening.Rejected("no_budget"),
                        new Happening.Feedback(Mark.BAD, List.of("spam")),
                        new Happening.Feedback(Mark.GOOD, List.of())))
                .containsExactly("", "Says nothing of the lead any more", "~A later answer took its place", "");
    }

    @Test
    void anExitForAQualityReasonIsAnAnswer() {
        assertThat(said(new Happening.Captured(), new Happening.Rejected("no_budget")))
                .containsExactly("", "Counts as “not right”, for this reason");
    }

    @Test
    void theSameStageTwiceIsOnceThere() {
        assertThat(said(new Happening.Captured(), new Happening.Captured()))
                .containsExactly("", "It had been there before");
    }
}
