package dev.tundish.imports;

import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Files that are brought in. They are kept in the database until they are deleted (or for 30 days after they were done),
 * so that any node can go on with one after a restart; each is run by one node at a time, and a node runs one at a time.
 */
public interface Imports {

    /** Begins to receive a file; its number. */
    Mono<Long> begin(int campaign, String file, List<String> header, String by);

    /** Keeps a piece of it. */
    Mono<Void> keep(long id, Chunk chunk);

    /** All of it came. */
    Mono<Void> received(long id, FileFacts facts);

    /** The import as it stands, or empty. */
    Mono<Import> find(long id);

    /** The newest ones whose file is there, newest first: now, and when something changes with them. */
    Flux<List<Import>> recent();

    /** The file's first rows. */
    Mono<List<Row>> firstRows(long id, int most);

    /** The mapping of the last import of a file with this very header: into this campaign, else into any; or empty. */
    Mono<Mapping> remembered(int campaign, List<String> header);

    /** Keeps what people said so far; false when it is not being mapped any more. */
    Mono<Boolean> map(long id, Mapping mapping);

    /** Sets it off, or lets it go on from where it stopped; false when there is nothing to set off. */
    Mono<Boolean> start(long id);

    /** Stops it after the rows that are being written; false when it is neither waiting nor running. */
    Mono<Boolean> stop(long id);

    /** Removes it with its file and its refused rows; what was taken stays. False when there is none. */
    Mono<Boolean> delete(long id);

    /** The import now, and when it changes, a few times a second at most. Ends when it is deleted; never fails. */
    Flux<Import> watch(long id);

    /** The refused rows of the next chunk that has some, from this one on, with the reasons; empty when there is none. */
    Mono<RefusedRow.Part> refused(long id, int fromChunk);
}
