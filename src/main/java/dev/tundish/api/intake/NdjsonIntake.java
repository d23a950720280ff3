package dev.tundish.api.intake;

import dev.tundish.access.ApiKey;
import dev.tundish.access.Keys;
import dev.tundish.api.http.Json;
import dev.tundish.api.http.Problem;
import dev.tundish.api.http.Refusal;
import dev.tundish.intake.Answer;
import dev.tundish.intake.Intake;
import dev.tundish.intake.Item;
import dev.tundish.intake.Reject;
import dev.tundish.journal.RejectCode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;

/**
 * Reads a stream of lines: gathered into chunks of what has arrived, a few of them on their way into the journal at once,
 * and no faster than the journal takes them. Its memory does not grow with the stream.
 */
final class NdjsonIntake {

    private static final int CHUNK = 500;
    private static final Duration GATHER = Duration.ofMillis(20);
    private static final int IN_FLIGHT = 4;

    /** So many bytes of a chunk's lines are held beside what was read of them. */
    private static final int HELD = 1 << 20;

    private final Intake intake;
    private final RateLimits limits;
    private final Keys keys;
    private final Notes notes;
    private final InstantSource clock;

    NdjsonIntake(Intake intake, RateLimits limits, Keys keys, Notes notes, InstantSource clock) {
        this.intake = intake;
        this.limits = limits;
        this.keys = keys;
        this.notes = notes;
        this.clock = clock;
    }

    /** A part of the stream: committed, or the fault with which the stream ends. */
    sealed interface Part {
        record Kept(Answer answer) implements Part {}

        record Broken(Throwable fault) implements Part {}
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Judged(Item item, byte[] line) {}

    private sealed interface Step {
        record Ready(Intake.Prepared prepared, List<Item> items, Map<Long, byte[]> lines) implements Step {}

        record Stop(Throwable fault) implements Step {}
    }

    /**
     * The parts in their order; after a broken one nothing more is read, and what came before it is answered for. A key
     * that is revoked meanwhile breaks it.
     */
    Flux<Part> read(ApiKey key, Flux<byte[]> body) {
        LineSplitter lines = new LineSplitter();
        return body.takeUntilOther(keys.revoked(key).then(Mono.error(NdjsonIntake::revoked)))
                .concatMapIterable(lines::feed, 1)
                .concatWith(Flux.defer(() -> Flux.fromIterable(lines.end())))
                .map(line -> new Judged(judge(line), line.bytes()))
                .bufferTimeout(CHUNK, GATHER, true)
                .concatMap(judged -> prepare(key, judged), 1)
                .onErrorResume(fault -> Mono.just(new Step.Stop(fault)))
                .takeUntil(Step.Stop.class::isInstance)
                .flatMapSequential(step -> keep(key, step), IN_FLIGHT, 1)
                .takeUntil(Part.Broken.class::isInstance);
    }

    private static Refusal revoked() {
        return new Refusal(Problem.of(
                401,
                "unauthorized",
                "A key is needed",
                "The key was revoked while the lines came. Send the rest with another."));
    }

    private Mono<Step> prepare(ApiKey key, List<Judged> judged) {
        List<Item> items = judged.stream().map(Judged::item).toList();
        Map<Long, byte[]> lines = held(judged);
        Mono<Step> ready = Mono.fromSupplier(() -> Admission.checked(key, items))
                .flatMap(intake::prepare)
                .<Step>map(prepared -> new Step.Ready(prepared, items, lines))
                .onErrorResume(fault -> Mono.just(new Step.Stop(fault)));
        Duration wait = limits.slow(key, items.size());
        return wait.isZero() ? ready : Mono.delay(wait).then(ready);
    }

    /** The lines of a chunk until it is known which of them are refused, as far as there is room for them. */
    private static Map<Long, byte[]> held(List<Judged> judged) {
        Map<Long, byte[]> lines = new HashMap<>();
        int room = HELD;
        for (Judged one : judged) {
            if (one.line().length <= room) {
                lines.put(index(one.item()), one.line());
                room -= one.line().length;
            }
        }
        return lines;
    }

    private static long index(Item item) {
        return switch (item) {
            case Item.Refused(Reject reject) -> reject.index();
            case Item.Valid event -> event.index();
        };
    }

    private Mono<Part> keep(ApiKey key, Step step) {
        return switch (step) {
            case Step.Ready(Intake.Prepared prepared, List<Item> items, Map<Long, byte[]> lines) ->
                intake.commitPatiently(prepared)
                        .flatMap(answer -> notes.lines(key, lines, items, answer))
                        .<Part>map(Part.Kept::new)
                        .onErrorResume(fault -> Mono.just(new Part.Broken(fault)));
            case Step.Stop(Throwable fault) -> Mono.just(new Part.Broken(fault));
        };
    }

    private Item judge(LineSplitter.Line line) {
        if (line.tooLong()) {
            return refused(line, RejectCode.TOO_LARGE, "A line may have at most 128 KiB.");
        }
        try (JsonParser in = Json.parser(line.bytes(), 0, line.bytes().length)) {
            in.nextToken();
            Item item =
                    new EventReader(ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant())).read(in, line.index());
            return in.nextToken() == null
                    ? item
                    : refused(
                            line,
                            RejectCode.MALFORMED,
                            "A line holds one JSON object; something follows after its end.");
        } catch (JacksonException notJson) {
            return refused(line, RejectCode.MALFORMED, "The line is not JSON (RFC 8259, in UTF-8).");
        }
    }

    private static Item refused(LineSplitter.Line line, RejectCode code, String detail) {
        return new Item.Refused(new Reject(line.index(), null, code, detail));
    }
}
