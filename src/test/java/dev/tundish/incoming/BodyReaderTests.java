package dev.tundish.incoming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import dev.tundish.intake.Item;
import dev.tundish.journal.RejectCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BodyReaderTests {

    private static final UUID ADDRESS = UUID.fromString("00000000-0000-0000-0000-000000000007");
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final String BODY = "{\"email\":\"a@b.de\"}";
    private static final Mapping FORM = Mapping.EMPTY
            .withCampaign("spring")
            .withHappened(Becomes.of("lead.captured"))
            .withField("email", Meaning.of(What.LEAD));

    @Test
    void theSameBodyAtTheSameAddressIsTheSameEvent() {
        Item.Valid first = valid(ADDRESS, BODY, NOW);
        Item.Valid later = valid(ADDRESS, BODY, NOW.plusSeconds(60));
        assertThat(later.event().id()).isEqualTo(first.event().id());
        assertThat(later.content()).isEqualTo(first.content());
        assertThat(valid(UUID.randomUUID(), BODY, NOW).event().id())
                .isNotEqualTo(first.event().id());
        assertThat(valid(ADDRESS, "{\"email\":\"a@b.de\",\"sender_id\":\"2\"}", NOW)
                        .event()
                        .id())
                .isNotEqualTo(first.event().id());
    }

    @Test
    void whatIsTriedAgainCountsAtTheTimeItCame() {
        Instant cameIn = NOW.minus(Duration.ofDays(3));
        Item item = new BodyReader(ADDRESS, FORM, NOW).judge(BODY, cameIn, 0);
        assertThat(item)
                .isInstanceOfSatisfying(
                        Item.Valid.class,
                        event -> assertThat(event.event().at()).isEqualTo(cameIn.toEpochMilli() * 1_000));
    }

    @Test
    void withoutAMappingNothingIsLost() {
        assertThat(code(null, BODY)).isEqualTo(RejectCode.UNMAPPED);
        assertThat(code(FORM, "{\"name\":\"Ana\"}")).isEqualTo(RejectCode.UNMAPPED);
    }

    @Test
    void itIsJudgedAsAnyEvent() {
        assertThat(code(FORM.withHappened(Becomes.of("lead.reached", "UP PER!")), BODY))
                .isNull();
        assertThat(code(FORM, "{\"email\":\"" + "x".repeat(200) + "\"}")).isEqualTo(RejectCode.INVALID_FIELD);
    }

    @Test
    void aMappingThatBreaksOnABodyRefusesItAndNoOther() {
        // every question to it ends in an exception
        assertThat(code(mock(Mapping.class), BODY)).isEqualTo(RejectCode.UNMAPPED);
        assertThat(code(FORM, "not even JSON")).isEqualTo(RejectCode.MALFORMED);
        assertThat(code(FORM, BODY)).isNull();
    }

    private static Item.Valid valid(UUID address, String body, Instant at) {
        return (Item.Valid) Objects.requireNonNull(new BodyReader(address, FORM, at).judge(body, at, 0));
    }

    private static @Nullable RejectCode code(@Nullable Mapping mapping, String body) {
        if (new BodyReader(ADDRESS, mapping, NOW).judge(body, NOW, 0) instanceof Item.Refused refused) {
            return refused.reject().code();
        }
        return null;
    }
}
