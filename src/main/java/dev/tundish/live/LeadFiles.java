package dev.tundish.live;

import dev.tundish.funnel.LeadsQuestion;
import dev.tundish.journal.LogReader;
import dev.tundish.report.Reports;
import java.time.ZoneId;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The leads behind a number as a file, however many: piece by piece as it is taken, so that a million leads need no more
 * memory than a few hundred, beside a bit for each.
 */
@Component
public final class LeadFiles {

    private final Reports reports;
    private final LogReader log;

    LeadFiles(Reports reports, LogReader log) {
        this.reports = reports;
        this.log = log;
    }

    /**
     * The file, or empty: the campaign is unknown. Which leads are in it is decided now; each is told as it stands when
     * its piece is read. Cards are in it: it is for those alone who may see who the leads are.
     *
     * @param zone whose clock the times follow, as spreadsheets read them; null: RFC 3339 in UTC, as programs do
     */
    public Mono<LeadFile> of(int campaign, LeadsQuestion question, @Nullable ZoneId zone) {
        return reports.selection(campaign, question)
                .map(selection ->
                        new File(selection, new LeadCsv(selection.rules().flow(), selection.attributes(), zone)));
    }

    /** A file that is read piece by piece. */
    public interface LeadFile {

        /** How many leads it holds. */
        long leads();

        /** The line of the columns' names. */
        String head();

        /** The lines from this number on, 0 at first. */
        Mono<Piece> piece(int from);

        /** The whole, as fast as it is taken. A failure cuts it off. */
        default Flux<String> text() {
            return Flux.concat(
                    Mono.fromSupplier(this::head),
                    piece(0).expand(piece -> piece.next() < 0 ? Mono.empty() : piece(piece.next()))
                            .map(Piece::text));
        }
    }

    /** @param next where the next piece begins, or -1: there is none */
    public record Piece(String text, int next) {}

    private final class File implements LeadFile {

        private final Reports.Selection selection;
        private final LeadCsv csv;

        private File(Reports.Selection selection, LeadCsv csv) {
            this.selection = selection;
            this.csv = csv;
        }

        @Override
        public long leads() {
            return selection.leads().cardinality();
        }

        @Override
        public String head() {
            return csv.head();
        }

        @Override
        public Mono<Piece> piece(int from) {
            return reports.piece(selection, from)
                    .flatMap(piece -> log.cards(
                                    selection.campaign(),
                                    piece.leads().stream()
                                            .map(Reports.Lead::lead)
                                            .toList())
                            .map(cards -> new Piece(
                                    piece.leads().stream()
                                            .map(lead -> csv.line(lead.lead(), lead.journey(), cards.get(lead.lead())))
                                            .collect(Collectors.joining()),
                                    piece.next())));
        }
    }
}
