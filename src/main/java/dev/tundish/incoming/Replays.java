package dev.tundish.incoming;

import dev.tundish.intake.Answer;
import dev.tundish.intake.Reject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tries again what was refused, one after the other: one that fails stops no other. */
@Component
public final class Replays {

    private final Incoming incoming;
    private final Map<Way, Replayer> replayers = new EnumMap<>(Way.class);

    public Replays(Incoming incoming, ObjectProvider<Replayer> replayers) {
        this.incoming = incoming;
        replayers.stream().forEach(one -> this.replayers.put(one.way(), one));
    }

    /**
     * What became of them.
     *
     * @param taken brought in
     * @param known were there already
     * @param leftOut are no events, as it is mapped now
     * @param refused are kept still
     */
    public record Result(long taken, long known, long leftOut, long refused) {

        static final Result NONE = new Result(0, 0, 0, 0);

        public Result plus(Result more) {
            return new Result(taken + more.taken, known + more.known, leftOut + more.leftOut, refused + more.refused);
        }
    }

    /** These. */
    public Mono<Result> again(List<UUID> ids) {
        return again(incoming.kept(ids));
    }

    /** All of a kind. */
    public Mono<Result> again(Group group) {
        return again(incoming.alike(group));
    }

    private Mono<Result> again(Flux<Kept> kept) {
        return kept.concatMap(this::one).reduce(Result.NONE, Result::plus);
    }

    private Mono<Result> one(Kept kept) {
        Replayer replayer = replayers.get(kept.refused().way());
        if (replayer == null || kept.refused().body().isEmpty()) {
            return Mono.just(new Result(0, 0, 0, 1));
        }
        return replayer.replay(kept).flatMap(answer -> ended(kept, answer));
    }

    private Mono<Result> ended(Kept kept, Answer answer) {
        if (answer.rejectedCount() > 0) {
            Reject why = answer.rejected().getFirst();
            return campaign(kept)
                    .map(Optional::of)
                    .defaultIfEmpty(Optional.empty())
                    .flatMap(key -> incoming.still(kept.id(), why.code().code(), why.detail(), key.orElse(null)))
                    .thenReturn(new Result(0, 0, 0, 1));
        }
        Result result = answer.items() == 0
                ? new Result(0, 0, 1, 0)
                : answer.accepted() > 0 ? new Result(1, 0, 0, 0) : new Result(0, 1, 0, 0);
        return incoming.done(List.of(kept.id())).thenReturn(result);
    }

    /** The key of the campaign that it is meant for, or empty. */
    public Mono<String> campaign(Kept kept) {
        Replayer replayer = replayers.get(kept.refused().way());
        return replayer == null ? Mono.empty() : replayer.campaign(kept);
    }
}
