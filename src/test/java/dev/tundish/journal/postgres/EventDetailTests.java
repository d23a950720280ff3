package dev.tundish.journal.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tundish.funnel.Happening;
import dev.tundish.funnel.LeadEvent;
import dev.tundish.funnel.Mark;
import dev.tundish.funnel.Money;
import dev.tundish.journal.Entry;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventDetailTests {

    static Stream<Happening> everyType() {
        return Stream.of(
                new Happening.Captured(),
                new Happening.Qualified(),
                new Happening.Accepted(),
                new Happening.Converted(),
                new Happening.Reached("opportunity"),
                new Happening.Disqualified("spam"),
                new Happening.Rejected("no_budget"),
                new Happening.Lost("competitor"),
                new Happening.Reverted("refund"),
                new Happening.Feedback(Mark.BAD, List.of("no_need", "other")),
                new Happening.Feedback(Mark.GOOD, List.of()),
                new Happening.Voided(null),
                new Happening.Voided("test"),
                new Happening.Restored());
    }

    @ParameterizedTest
    @MethodSource("everyType")
    void readsBackEveryType(Happening what) {
        LeadEvent event = new LeadEvent(
                "id", 5, what, new Money(new BigDecimal("10.50"), "EUR"), Map.of("source", "\"quoted\" \uD83D\uDE00"));
        Entry entry = new Entry(1, "ann", event, true, new byte[16], "two\nlines", "bob", null);
        assertThat(EventDetail.read("id", 5, what.type(), EventDetail.write(entry)))
                .isEqualTo(new EventDetail(event, "two\nlines", "bob"));
    }

    @ParameterizedTest
    @MethodSource("everyType")
    void readsBackEveryTypeWithNothingElse(Happening what) {
        LeadEvent event = new LeadEvent("id", 5, what, null, Map.of());
        Entry entry = new Entry(1, "ann", event, true, new byte[16], null, null, null);
        assertThat(EventDetail.read("id", 5, what.type(), EventDetail.write(entry)))
                .isEqualTo(new EventDetail(event, null, null));
    }

    @Test
    void writesNothingWhenThereIsNothing() {
        LeadEvent event = new LeadEvent("id", 5, new Happening.Captured(), null, Map.of());
        assertThat(EventDetail.write(new Entry(1, "ann", event, true, new byte[16], null, null, null)))
                .isNull();
    }
}
