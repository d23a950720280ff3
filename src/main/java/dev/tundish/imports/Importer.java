package dev.tundish.imports;

import dev.tundish.campaign.Campaign;
import dev.tundish.intake.Intake;
import dev.tundish.intake.Item;
import dev.tundish.journal.Outcome;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Brings the rows of a chunk in, the way everybody's events come in. */
public final class Importer {

    /** Events of one batch, as many as the journal writes at once. */
    private static final int BATCH = 2_000;

    private final Intake intake;
    private final InstantSource clock;

    public Importer(Intake intake, InstantSource clock) {
        this.intake = intake;
        this.clock = clock;
    }

    /** What became of the rows of a chunk. */
    public record Result(int added, int known, List<Judged.Refused> refused) {}

    private record Sent(Judged.Taken row, Outcome outcome) {}

    /** Brings them in; waits (for a bounded time) while the lanes are full. */
    public Mono<Result> take(Chunk chunk, Campaign campaign, Mapping mapping, List<String> header) {
        return Mono.defer(() -> {
            long now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
            Judge judge = new Judge(campaign.key(), campaign.definition().flow(), mapping, header, now);
            List<Judged.Refused> refused = new ArrayList<>();
            List<List<Judged.Taken>> batches = new ArrayList<>();
            int size = BATCH;
            for (Row row : chunk.rows()) {
                switch (judge.judge(row)) {
                    case Judged.Refused no -> refused.add(no);
                    case Judged.Taken yes -> {
                        if (size + yes.events().size() > BATCH) {
                            batches.add(new ArrayList<>());
                            size = 0;
                        }
                        batches.getLast().add(yes);
                        size += yes.events().size();
                    }
                }
            }
            return Flux.fromIterable(batches)
                    .concatMap(this::send, 1)
                    .concatMapIterable(sent -> sent)
                    .collectList()
                    .map(sent -> result(sent, refused));
        });
    }

    private Mono<List<Sent>> send(List<Judged.Taken> batch) {
        List<Judged.Taken> rows = new ArrayList<>();
        List<Item> items = new ArrayList<>();
        for (Judged.Taken taken : batch) {
            for (Item.Valid event : taken.events()) {
                rows.add(taken);
                items.add(event);
            }
        }
        return intake.prepare(items).flatMap(prepared -> {
            if (prepared.entries().size() < items.size()) {
                return Mono.error(new IllegalStateException("the campaign of an import is not there"));
            }
            return intake.outcomes(prepared).map(outcomes -> {
                List<Sent> sent = new ArrayList<>();
                for (int n = 0; n < outcomes.size(); n++) {
                    sent.add(new Sent(rows.get(n), outcomes.get(n)));
                }
                return sent;
            });
        });
    }

    /** A row is refused when one of its events is, else new when one of them is, else it was known. */
    private static Result result(List<Sent> sent, List<Judged.Refused> before) {
        Map<Row, List<Outcome>> byRow = new LinkedHashMap<>();
        sent.forEach(one ->
                byRow.computeIfAbsent(one.row().row(), _ -> new ArrayList<>()).add(one.outcome()));
        List<Judged.Refused> refused = new ArrayList<>(before);
        int added = 0;
        int known = 0;
        for (var row : byRow.entrySet()) {
            Outcome.Rejected no = null;
            boolean some = false;
            boolean news = false;
            for (Outcome outcome : row.getValue()) {
                switch (outcome) {
                    case Outcome.Rejected rejected -> no = no == null ? rejected : no;
                    case Outcome.Accepted() -> news = true;
                    case Outcome.Duplicate() -> some = true;
                }
            }
            if (no != null) {
                String rest = some || news ? " The other events of the row were taken." : "";
                refused.add(new Judged.Refused(row.getKey(), no.code(), sentence(no.detail()) + rest));
            } else if (news) {
                added++;
            } else {
                known++;
            }
        }
        return new Result(added, known, List.copyOf(refused));
    }

    private static String sentence(String detail) {
        return detail.endsWith(".") ? detail : detail + ".";
    }
}
