package dev.tundish.api.intake;

import dev.tundish.access.ApiKey;
import dev.tundish.access.Keys;
import dev.tundish.access.Scope;
import dev.tundish.api.http.Bodies;
import dev.tundish.api.http.Door;
import dev.tundish.api.http.Gate;
import dev.tundish.api.http.Json;
import dev.tundish.api.http.Problem;
import dev.tundish.api.http.Problems;
import dev.tundish.api.http.Refusal;
import dev.tundish.api.http.Route;
import dev.tundish.api.http.Routes;
import dev.tundish.incoming.Arrivals;
import dev.tundish.incoming.Way;
import dev.tundish.intake.Answer;
import dev.tundish.intake.Intake;
import dev.tundish.intake.Item;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code POST /api/v1/events}: a JSON body at once, or a stream of lines. */
@Component
public final class EventRoutes implements Routes {

    private final Intake intake;
    private final NdjsonIntake lines;
    private final RateLimits limits;
    private final InstantSource clock;
    private final Notes notes;

    public EventRoutes(Intake intake, Keys keys, Arrivals arrivals, InstantSource clock, RateLimits limits) {
        this.clock = clock;
        this.limits = limits;
        this.intake = intake;
        this.notes = new Notes(arrivals, clock);
        this.lines = new NdjsonIntake(intake, limits, keys, notes, clock);
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.of(HttpMethod.POST, "/api/v1/events", this::post, Scope.INGEST)
                .at(Door.PAGES));
    }

    private Mono<ServerResponse> post(ServerRequest request) {
        MediaType type = Bodies.type(
                request,
                MediaType.APPLICATION_JSON,
                MediaType.APPLICATION_NDJSON,
                CloudEvents.STRUCTURED,
                CloudEvents.BATCH);
        if (!type.equals(MediaType.APPLICATION_NDJSON)) {
            return json(request, type);
        }
        if (Gate.key(request).isPublic()) {
            throw new Refusal(Problem.forbidden("With a public key, send a JSON body, not a stream of lines."));
        }
        boolean live = request.headers().accept().stream().anyMatch(MediaType.APPLICATION_NDJSON::equalsTypeAndSubtype);
        Flux<NdjsonIntake.Part> parts = lines.read(Gate.key(request), Bodies.pieces(request));
        return live ? streamed(parts) : atTheEnd(parts);
    }

    private Mono<ServerResponse> json(ServerRequest request, MediaType type) {
        ApiKey key = Gate.key(request);
        return Bodies.whole(request, JsonBatch.LONGEST)
                .onErrorResume(
                        Refusal.class, fault -> notes.unread(key, null, fault).then(Mono.error(fault)))
                .flatMap(body -> Mono.fromSupplier(() -> items(request.headers().asHttpHeaders(), type, body))
                        .onErrorResume(
                                Refusal.class,
                                fault -> notes.unread(key, body, fault).then(Mono.error(fault)))
                        .doOnNext(items -> limits.take(key, items.size()))
                        .flatMap(items -> intake.prepare(Admission.checked(key, items))
                                .flatMap(intake::commit)
                                .flatMap(answer ->
                                        note(key, request.headers().asHttpHeaders(), type, body, items, answer))))
                .flatMap(EventRoutes::answer);
    }

    private Mono<Answer> note(
            ApiKey key, HttpHeaders headers, MediaType type, byte[] body, List<Item> items, Answer answer) {
        if (type.equals(CloudEvents.STRUCTURED) || type.equals(CloudEvents.BATCH)) {
            return notes.json(key, Way.CLOUD_EVENT, body, items, answer);
        }
        return CloudEvents.isBinary(headers) && answer.rejectedCount() > 0
                ? notes.json(key, Way.CLOUD_EVENT, CloudEvents.structured(headers, body), items, answer)
                : notes.json(key, Way.EVENT, body, items, answer);
    }

    private List<Item> items(HttpHeaders headers, MediaType type, byte[] body) {
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        if (type.equals(CloudEvents.STRUCTURED)) {
            return JsonBatch.one(body, CloudEvents.enveloped(now));
        }
        if (type.equals(CloudEvents.BATCH)) {
            return JsonBatch.several(body, CloudEvents.enveloped(now));
        }
        return CloudEvents.isBinary(headers)
                ? JsonBatch.one(body, CloudEvents.binary(headers, now))
                : JsonBatch.parse(body, new EventReader(now));
    }

    private static Mono<ServerResponse> answer(Answer answer) {
        if (answer.items() == 0) {
            return Json.problem(Sum.EMPTY);
        }
        if (answer.allRejected()) {
            Problem problem =
                    Problem.of(422, "all-rejected", "No event was accepted", "See \"rejected\" for the reasons.");
            for (var member : Answers.members(answer).entrySet()) {
                problem = problem.with(member.getKey(), member.getValue());
            }
            return Json.problem(problem);
        }
        return Json.of(Json.answer(Answers.status(answer)), Answers.members(answer));
    }

    private static Mono<ServerResponse> atTheEnd(Flux<NdjsonIntake.Part> parts) {
        return parts.collect(Sum::new, Sum::add)
                .flatMap(sum -> sum.fault == null ? answer(sum.answer) : Json.problem(sum.problem(sum.fault)));
    }

    /** A line for each chunk that was committed, while the body still comes. A trouble before the first is a plain problem. */
    private static Mono<ServerResponse> streamed(Flux<NdjsonIntake.Part> parts) {
        Sum sum = new Sum();
        Flux<byte[]> answers = parts.doOnNext(sum::add)
                .<Map<String, ?>>handle((part, sink) -> {
                    if (part instanceof NdjsonIntake.Part.Kept(Answer answer)) {
                        sink.next(Answers.members(answer));
                    } else if (sum.fault != null && sum.answer.items() == 0) {
                        sink.error(new Refusal(Problems.of(sum.fault)));
                    }
                })
                .concatWith(Mono.fromSupplier(sum::lastLine))
                .map(EventRoutes::line);
        return Json.answer(200)
                .contentType(MediaType.APPLICATION_NDJSON)
                .header("X-Accel-Buffering", "no")
                .body((response, context) -> response.writeAndFlushWith(
                        answers.map(line -> Mono.just(response.bufferFactory().wrap(line)))));
    }

    private static byte[] line(Map<String, ?> members) {
        byte[] json = Json.bytes(members);
        byte[] line = Arrays.copyOf(json, json.length + 1);
        line[json.length] = '\n';
        return line;
    }
}
