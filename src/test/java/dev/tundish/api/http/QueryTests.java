package dev.tundish.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTests {

    private static Problem problem(ThrowingCallable asked) {
        Refusal refusal = catchThrowableOfType(Refusal.class, asked);
        assertThat(refusal).isNotNull();
        assertThat(refusal.problem().status()).isEqualTo(400);
        return refusal.problem();
    }

    @Test
    void readsParametersInTheirOrder() {
        Query query = Query.of("filter=source:a%20b&mode=cohort&filter=c%3A&empty&&x=1=2");
        assertThat(query.all("filter")).containsExactly("source:a b", "c:");
        assertThat(query.one("mode")).isEqualTo("cohort");
        assertThat(query.one("empty")).isEmpty();
        assertThat(query.one("x")).isEqualTo("1=2");
        assertThat(query.one("absent")).isNull();
        assertThat(query.has("empty")).isTrue();
        assertThat(Query.of((String) null).all("mode")).isEmpty();
    }

    @Test
    void refusesWhatItDoesNotKnowByName() {
        Query query = Query.of("mode=cohort&moed=x");
        assertThat(problem(() -> query.only(Set.of("mode"))).more()).containsEntry("parameter", "moed");
        assertThat(query.only(Set.of("mode", "moed"))).isSameAs(query);
    }

    @Test
    void refusesTheSameParameterTwiceWhereItMayStandOnce() {
        assertThat(problem(() -> Query.of("mode=a&mode=a").one("mode")).more()).containsEntry("parameter", "mode");
    }

    @Test
    void refusesAValueThatDoesNotFit() {
        assertThat(problem(() -> Query.of("limit=x").one("limit", "5"::equals, "is 5."))
                        .detail())
                .isEqualTo("The parameter \"limit\" is 5.");
        assertThat(Query.of("limit=5").one("limit", "5"::equals, "is 5.")).isEqualTo("5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%4", "a=%zz", "%zz=a", "a=%ff", "a=%ed%a0%80"})
    void refusesAddressesThatAreNotUtf8(String raw) {
        assertThat(problem(() -> Query.of(raw)).slug()).isEqualTo("bad-request");
    }

    @Test
    void readsMomentsAlsoWithAPlusThatWasNotEscaped() {
        assertThat(Query.of("from=1970-01-01T01:00:01+01:00").moment("from")).isEqualTo(1_000_000L);
        assertThat(Query.of("from=1970-01-01T01:00:01%2B01:00").moment("from")).isEqualTo(1_000_000L);
        assertThat(Query.of("").moment("from")).isNull();
        assertThat(problem(() -> Query.of("from=now").moment("from")).more()).containsEntry("parameter", "from");
    }

    @Test
    void readsSpans() {
        assertThat(Query.of("last=PT1H").span("last")).isEqualTo(3_600_000_000L);
        assertThat(problem(() -> Query.of("last=P1M").span("last")).more()).containsEntry("parameter", "last");
    }
}
