package dev.tundish.dashboard.deeds;

import dev.tundish.access.Audit;
import dev.tundish.dashboard.login.SignedIn;
import dev.tundish.imports.Chunk;
import dev.tundish.imports.FileFacts;
import dev.tundish.imports.Import;
import dev.tundish.imports.Imports;
import dev.tundish.imports.Mapping;
import dev.tundish.imports.RefusedRow;
import dev.tundish.imports.Row;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Files that are brought in, and who brought, ran, stopped and removed them. */
final class WrittenImports implements Imports {

    private final Imports kept;
    private final Audit audit;

    WrittenImports(Imports kept, Audit audit) {
        this.kept = kept;
        this.audit = audit;
    }

    @Override
    public Mono<Long> begin(int campaign, String file, List<String> header, String by) {
        return kept.begin(campaign, file, header, by)
                .flatMap(id -> audit.record(by, Audit.Kind.IMPORTS, "Brought in the file “" + file + "” (" + id + ").")
                        .thenReturn(id));
    }

    @Override
    public Mono<Void> keep(long id, Chunk chunk) {
        return kept.keep(id, chunk);
    }

    @Override
    public Mono<Void> received(long id, FileFacts facts) {
        return kept.received(id, facts);
    }

    @Override
    public Mono<Import> find(long id) {
        return kept.find(id);
    }

    @Override
    public Flux<List<Import>> recent() {
        return kept.recent();
    }

    @Override
    public Mono<List<Row>> firstRows(long id, int most) {
        return kept.firstRows(id, most);
    }

    @Override
    public Mono<Mapping> remembered(int campaign, List<String> header) {
        return kept.remembered(campaign, header);
    }

    @Override
    public Mono<Boolean> map(long id, Mapping mapping) {
        return kept.map(id, mapping);
    }

    @Override
    public Mono<Boolean> start(long id) {
        return done(kept.start(id), "Set off import " + id + ".");
    }

    @Override
    public Mono<Boolean> stop(long id) {
        return done(kept.stop(id), "Stopped import " + id + ".");
    }

    @Override
    public Mono<Boolean> delete(long id) {
        return done(kept.delete(id), "Removed import " + id + " with its file.");
    }

    @Override
    public Flux<Import> watch(long id) {
        return kept.watch(id);
    }

    @Override
    public Mono<RefusedRow.Part> refused(long id, int fromChunk) {
        Mono<RefusedRow.Part> part = kept.refused(id, fromChunk);
        return fromChunk > 0
                ? part
                : audit.record(SignedIn.name(), Audit.Kind.EXPORTS, "Fetched the refused rows of import " + id + ".")
                        .then(part);
    }

    private Mono<Boolean> done(Mono<Boolean> deed, String words) {
        String who = SignedIn.name();
        return deed.flatMap(
                was -> was ? audit.record(who, Audit.Kind.IMPORTS, words).thenReturn(true) : Mono.just(false));
    }
}
