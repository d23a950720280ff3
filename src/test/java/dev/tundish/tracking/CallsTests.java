package dev.tundish.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class CallsTests {

    private static Calls batch(String json) {
        return Objects.requireNonNull(Calls.batch(Messages.message(json)));
    }

    @Test
    void givesEachCallWhatItsBatchSays() {
        Calls calls = batch(
                "{'sentAt':'2026-11-23T10:00:00Z','context':{'ip':'::1','campaign':{'name':'spring'}},'batch':["
                        + "{'type':'track','event':'a'},"
                        + "{'type':'identify','sentAt':'2026-11-23T09:00:00Z','context':{'campaign':{'name':'summer'}}}]}");
        assertThat(calls.calls()).extracting(Call::kind).containsExactly(Kind.TRACK, Kind.IDENTIFY);
        Call first = calls.calls().getFirst();
        assertThat(first.text("sentAt")).isEqualTo("2026-11-23T10:00:00Z");
        assertThat(first.text("context", "campaign", "name")).isEqualTo("spring");
        Call second = calls.calls().getLast();
        assertThat(second.text("sentAt")).isEqualTo("2026-11-23T09:00:00Z");
        assertThat(second.text("context", "campaign", "name")).isEqualTo("summer");
        assertThat(second.text("context", "ip")).isEqualTo("::1");
    }

    @Test
    void refusesItemsThatAreNoCallsAndKeepsTheRest() {
        Calls calls = batch("{'batch':[5,{'type':'track'},{'type':'dance'},{}]}");
        assertThat(calls.calls()).extracting(Call::index).containsExactly(1);
        assertThat(calls.rejects()).extracting(reject -> reject.index()).containsExactly(0L, 2L, 3L);
        assertThat(calls.size()).isEqualTo(4);
    }

    @Test
    void knowsABodyWithoutABatch() {
        assertThat(Calls.batch(Messages.message("{'event':'a'}"))).isNull();
    }

    @Test
    void writesACallAgainWithoutItsKey() {
        Call call = new Call(
                0,
                Kind.TRACK,
                Messages.message("{'writeKey':'secret','event':'a','properties':{'n':1.50,'t':true,'l':[null,'x']}}"));
        assertThat(CallText.of(call))
                .isEqualTo("{'event':'a','properties':{'n':1.50,'t':true,'l':[null,'x']},'type':'track'}"
                        .replace('\'', '"'));
    }
}
