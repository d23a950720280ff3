package dev.tundish.dashboard;

import dev.tundish.imports.Chunk;
import dev.tundish.imports.FileFacts;
import dev.tundish.imports.Import;
import dev.tundish.imports.Import.State;
import dev.tundish.imports.Imports;
import dev.tundish.imports.Mapping;
import dev.tundish.imports.RefusedRow;
import dev.tundish.imports.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Imports in memory, which go as far as they are told to. */
final class FakeImports implements Imports {

    private final Map<Long, Import> kept = new LinkedHashMap<>();
    private final Map<Long, List<Row>> rows = new LinkedHashMap<>();
    private final Sinks.Many<Import> news = Sinks.many().multicast().directBestEffort();

    @Nullable
    Mapping remembered;

    void clear() {
        kept.clear();
        rows.clear();
        remembered = null;
    }

    /** A file that came in, and is to be mapped. */
    long file(List<String> header, List<List<String>> cells) {
        long id = add("leads.csv", header, "admin");
        List<Row> numbered = new ArrayList<>();
        for (List<String> row : cells) {
            numbered.add(new Row(numbered.size() + 2, row));
        }
        rows.put(id, numbered);
        facts(id, new FileFacts(new byte[32], 100, FileFacts.Letters.UTF_8, ',', cells.size(), 1));
        return id;
    }

    /** It goes on. */
    void set(long id, State state, long added, long known, long refused) {
        Import now = now(id);
        news.tryEmitNext(put(now, now.facts(), state, now.mapping(), added, known, refused));
    }

    Import now(long id) {
        return Objects.requireNonNull(kept.get(id));
    }

    private long add(String file, List<String> header, String by) {
        long id = kept.size() + 1L;
        kept.put(
                id,
                new Import(
                        id,
                        1,
                        file,
                        header,
                        null,
                        State.RECEIVING,
                        null,
                        0,
                        0,
                        0,
                        0,
                        false,
                        by,
                        Instant.EPOCH,
                        null,
                        null));
        return id;
    }

    private void facts(long id, FileFacts facts) {
        put(now(id), facts, State.MAPPING, null, 0, 0, 0);
    }

    private Import put(
            Import now,
            @Nullable FileFacts facts,
            State state,
            @Nullable Mapping mapping,
            long added,
            long known,
            long refused) {
        long done = added + known + refused;
        Instant at = now.createdAt();
        Import next = new Import(
                now.id(),
                1,
                now.file(),
                now.header(),
                facts,
                state,
                mapping,
                done,
                added,
                known,
                refused,
                false,
                now.by(),
                at,
                at,
                state.isUnderWay() ? null : at);
        kept.put(now.id(), next);
        return next;
    }

    @Override
    public Mono<Long> begin(int campaign, String file, List<String> header, String by) {
        return Mono.fromSupplier(() -> add(file, header, by));
    }

    @Override
    public Mono<Void> keep(long id, Chunk chunk) {
        return Mono.fromRunnable(
                () -> rows.computeIfAbsent(id, _ -> new ArrayList<>()).addAll(chunk.rows()));
    }

    @Override
    public Mono<Void> received(long id, FileFacts facts) {
        return Mono.fromRunnable(() -> facts(id, facts));
    }

    @Override
    public Mono<Import> find(long id) {
        return Mono.justOrEmpty(kept.get(id));
    }

    @Override
    public Flux<List<Import>> recent() {
        return Flux.defer(() -> Flux.just(List.copyOf(kept.values())))
                .concatWith(news.asFlux().map(_ -> List.copyOf(kept.values())));
    }

    @Override
    public Mono<List<Row>> firstRows(long id, int most) {
        return Mono.just(rows.getOrDefault(id, List.of()));
    }

    @Override
    public Mono<Mapping> remembered(int campaign, List<String> header) {
        return Mono.justOrEmpty(remembered);
    }

    @Override
    public Mono<Boolean> map(long id, Mapping mapping) {
        put(now(id), now(id).facts(), now(id).state(), mapping, 0, 0, 0);
        return Mono.just(true);
    }

    @Override
    public Mono<Boolean> start(long id) {
        set(id, State.RUNNING, 0, 0, 0);
        return Mono.just(true);
    }

    @Override
    public Mono<Boolean> stop(long id) {
        set(id, State.STOPPED, 0, 0, 0);
        return Mono.just(true);
    }

    @Override
    public Mono<Boolean> delete(long id) {
        return Mono.just(kept.remove(id) != null);
    }

    @Override
    public Flux<Import> watch(long id) {
        return Flux.defer(() -> Flux.just(now(id)).concatWith(news.asFlux().filter(next -> next.id() == id)));
    }

    @Override
    public Mono<RefusedRow.Part> refused(long id, int fromChunk) {
        return Mono.empty();
    }
}
