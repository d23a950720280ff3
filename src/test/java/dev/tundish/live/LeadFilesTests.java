package dev.tundish.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.tundish.funnel.Flow;
import dev.tundish.funnel.FunnelQuestion;
import dev.tundish.funnel.Happening;
import dev.tundish.funnel.Journey;
import dev.tundish.funnel.JourneyState;
import dev.tundish.funnel.LeadEvent;
import dev.tundish.funnel.LeadsQuestion;
import dev.tundish.funnel.Rules;
import dev.tundish.journal.Card;
import dev.tundish.journal.LogReader;
import dev.tundish.report.Reports;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class LeadFilesTests {

    private static final int LEADS = 1_000_000;
    private static final int PIECE = 500;
    private static final Rules RULES = new Rules(Flow.SELF_SERVE, -1, Map.of());
    private static final LeadsQuestion ALL = new LeadsQuestion(FunnelQuestion.whole(0), null, null, null);
    private static final Journey JOURNEY = JourneyState.fold(
                    RULES, List.of(new LeadEvent("a", 0, new Happening.Captured(), null, Map.of())))
            .journey();

    private final AtomicInteger pieces = new AtomicInteger();
    private final LeadFiles files = new LeadFiles(reports(), log());

    private Reports reports() {
        BitSet chosen = new BitSet();
        chosen.set(0, LEADS);
        Reports reports = mock(Reports.class);
        when(reports.selection(anyInt(), any()))
                .thenReturn(Mono.just(new Reports.Selection(1, RULES, List.of(), chosen)));
        when(reports.piece(any(), anyInt())).thenAnswer(call -> {
            int from = call.getArgument(1);
            pieces.incrementAndGet();
            return Mono.just(new Reports.Piece(
                    IntStream.range(from, from + PIECE)
                            .mapToObj(n -> new Reports.Lead(n, "lead-" + n, JOURNEY))
                            .toList(),
                    from + PIECE < LEADS ? from + PIECE : -1));
        });
        return reports;
    }

    private static LogReader log() {
        LogReader log = mock(LogReader.class);
        when(log.cards(anyInt(), any()))
                .thenReturn(Mono.just(Map.of("lead-7", new Card("Ada", null, null, null, null, null))));
        return log;
    }

    @Test
    void readsAMillionLeadsNoFasterThanTheyAreTaken() {
        StepVerifier.create(files.of(1, ALL, null).flatMapMany(LeadFiles.LeadFile::text), 0)
                .thenRequest(4)
                .expectNextCount(4)
                .then(() -> assertThat(pieces.get()).isLessThanOrEqualTo(5))
                .thenCancel()
                .verify(Duration.ofSeconds(10));
    }

    @Test
    void writesAllOfThemEachWithItsCard() {
        AtomicInteger lines = new AtomicInteger();
        StepVerifier.create(files.of(1, ALL, null)
                        .flatMapMany(LeadFiles.LeadFile::text)
                        .doOnNext(text -> lines.addAndGet((int) text.lines().count()))
                        .filter(text -> text.contains("Ada")))
                .assertNext(text -> assertThat(text.lines().toList().get(7))
                        .startsWith("lead-7,open,")
                        .contains("Ada"))
                .expectComplete()
                .verify(Duration.ofSeconds(30));
        assertThat(lines).hasValue(LEADS + 1);
    }

    @Test
    void breaksOffWithTheFailureOfAPiece() {
        Reports broken = reports();
        when(broken.piece(any(), anyInt())).thenReturn(Mono.error(new IllegalStateException("the flow was changed")));
        StepVerifier.create(new LeadFiles(broken, log()).of(1, ALL, null).flatMapMany(LeadFiles.LeadFile::text))
                .expectNextCount(1)
                .expectErrorMessage("the flow was changed")
                .verify(Duration.ofSeconds(10));
    }
}
