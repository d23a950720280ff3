package dev.tundish.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tundish.imports.Moments.Clock;
import dev.tundish.imports.Moments.Form;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTests {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private final Moments moments = new Moments(AMSTERDAM, DayOrder.DAY_FIRST);

    private static Moments.Read read(Moments moments, String text) {
        return java.util.Objects.requireNonNull(moments.read(text));
    }

    private static Instant instant(Moments.Read read) {
        return Instant.EPOCH.plus(read.micros(), ChronoUnit.MICROS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2018-02-01T10:00:00Z|2018-02-01T10:00:00Z|EXACT",
                "2018-02-01T10:00:00.5+01:00|2018-02-01T09:00:00.500Z|EXACT",
                "2018-02-01 10:00:00 UTC|2018-02-01T10:00:00Z|EXACT",
                "2018-02-01 10:00+0200|2018-02-01T08:00:00Z|EXACT",
                "2018-02-26 19:58:54|2018-02-26T18:58:54Z|LOCAL",
                "2018-07-26T19:58:54.123456789|2018-07-26T17:58:54.123456Z|LOCAL",
                "2018-02-01|2018-01-31T23:00:00Z|DATE",
                "2018/2/1|2018-01-31T23:00:00Z|DATE",
                "31/12/2018|2018-12-30T23:00:00Z|DATE",
                "31.12.2018 08:05|2018-12-31T07:05:00Z|LOCAL",
                "3/4/2018 12:30 AM|2018-04-02T22:30:00Z|LOCAL",
                "3-4-2018, 1:30:09 pm|2018-04-03T11:30:09Z|LOCAL",
                "1519671534|2018-02-26T18:58:54Z|COUNTED",
                "1519671534250|2018-02-26T18:58:54.250Z|COUNTED"
            })
    void readsWhatSpreadsheetsAndDatabasesWrite(String text, Instant moment, Form form) {
        Moments.Read read = read(moments, text);
        assertThat(instant(read)).isEqualTo(moment);
        assertThat(read.form()).isEqualTo(form);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yes",
                "0",
                "12",
                "2018-02-30",
                "31/31/2018",
                "2018-02-01 25:00",
                "13:00",
                "0000-00-00",
                "2018-02",
                "1/2/18",
                "3/4/2018 13:30 PM",
                "2018-02/01",
                "2018-02-01 10:00:60",
                "12345678901"
            })
    void refusesWhatIsNoMoment(String text) {
        assertThat(moments.read(text)).isNull();
    }

    @Test
    void takesTheMonthFirstWhenToldSo() {
        Moments american = new Moments(AMSTERDAM, DayOrder.MONTH_FIRST);
        assertThat(instant(read(american, "4/3/2018"))).isEqualTo(instant(read(moments, "3/4/2018")));
        assertThat(new Moments(AMSTERDAM, DayOrder.UNKNOWN).read("3/4/2018")).isNull();
    }

    @Test
    void saysWhatTheClocksDid() {
        Moments.Read skipped = read(moments, "2018-03-25 02:30");
        assertThat(instant(skipped)).isEqualTo(Instant.parse("2018-03-25T01:30:00Z"));
        assertThat(skipped.clock()).isEqualTo(Clock.SKIPPED);
        Moments.Read twice = read(moments, "2018-10-28 02:30");
        assertThat(instant(twice)).isEqualTo(Instant.parse("2018-10-28T00:30:00Z"));
        assertThat(twice.clock()).isEqualTo(Clock.TWICE);
        assertThat(read(moments, "2018-03-25 03:30").clock()).isEqualTo(Clock.ONCE);
    }

    @Test
    void beginsADayWhenTheZoneDoes() {
        Moments brazil = new Moments(ZoneId.of("America/Sao_Paulo"), DayOrder.DAY_FIRST);
        // midnight was skipped that day
        assertThat(instant(read(brazil, "2017-10-15"))).isEqualTo(Instant.parse("2017-10-15T03:00:00Z"));
    }

    @Test
    void findsOutWhetherTheDayComesFirst() {
        assertThat(DayOrder.of(List.of("3/4/2018", "31/4/2018"))).isEqualTo(DayOrder.DAY_FIRST);
        assertThat(DayOrder.of(List.of("3/4/2018", "4/31/2018 10:00"))).isEqualTo(DayOrder.MONTH_FIRST);
        assertThat(DayOrder.of(List.of("3.4.2018"))).isEqualTo(DayOrder.DAY_FIRST);
        assertThat(DayOrder.of(List.of("3/4/2018", ""))).isEqualTo(DayOrder.UNKNOWN);
        assertThat(DayOrder.isNeeded(List.of("2018-04-03", "x"))).isFalse();
        assertThat(DayOrder.isNeeded(List.of("2018-04-03", "3/4/2018"))).isTrue();
    }
}
