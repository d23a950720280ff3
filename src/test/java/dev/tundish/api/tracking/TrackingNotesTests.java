package dev.tundish.api.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tundish.access.ApiKey;
import dev.tundish.access.Scope;
import dev.tundish.incoming.Arrivals;
import dev.tundish.incoming.Heard;
import dev.tundish.incoming.Refused;
import dev.tundish.incoming.Source;
import dev.tundish.incoming.Way;
import dev.tundish.intake.Answer;
import dev.tundish.journal.DatabaseAway;
import dev.tundish.journal.RejectCode;
import dev.tundish.tracking.Taken;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class TrackingNotesTests {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final ApiKey KEY =
            new ApiKey(UUID.randomUUID(), "page", "tnd_aaaaaa", Set.of(Scope.INGEST), null, null, NOW);
    private static final Taken TAKEN = new Taken(
            new Answer(2, 1, 1, List.of()),
            3,
            List.of(new Taken.Unread("{\"event\":\"x\"}", RejectCode.UNMAPPED, "no such name")));

    private static TrackingNotes notes(Arrivals arrivals) {
        return new TrackingNotes(arrivals);
    }

    @Test
    void keepsWhatWasRefusedByItsKey() {
        List<Refused> kept = new ArrayList<>();
        TrackingNotes notes = notes((source, at, heard, refused) -> {
            assertThat(source).isEqualTo(Source.key(KEY.id()));
            assertThat(heard).isEqualTo(Heard.of(2, 1, 1));
            kept.addAll(refused);
            return Mono.empty();
        });
        StepVerifier.create(notes.keep(KEY, NOW, TAKEN)).expectComplete().verify(PATIENCE);
        assertThat(kept)
                .containsExactly(new Refused(
                        Source.key(KEY.id()),
                        NOW,
                        Way.TRACKING,
                        "{\"event\":\"x\"}",
                        RejectCode.UNMAPPED,
                        "no such name"));
    }

    @Test
    void failsWhenWhatWasRefusedCannotBeKept() {
        TrackingNotes notes =
                notes((source, at, heard, refused) -> Mono.error(new DatabaseAway(new IllegalStateException())));
        StepVerifier.create(notes.keep(KEY, NOW, TAKEN))
                .expectError(DatabaseAway.class)
                .verify(PATIENCE);
    }
}
