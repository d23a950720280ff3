package dev.tundish.api.intake;

import dev.tundish.access.ApiKey;
import dev.tundish.api.http.Refusal;
import dev.tundish.incoming.Arrivals;
import dev.tundish.incoming.Heard;
import dev.tundish.incoming.Refused;
import dev.tundish.incoming.Sent;
import dev.tundish.incoming.Source;
import dev.tundish.incoming.Way;
import dev.tundish.intake.Answer;
import dev.tundish.intake.Item;
import dev.tundish.intake.Reject;
import dev.tundish.journal.RejectCode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Notes what a key sent: a counter for what was accepted, and what was refused is kept. The answer is the same when that
 * fails: whoever sent it reads there what was refused.
 */
final class Notes {

    private static final Logger LOG = LoggerFactory.getLogger(Notes.class);

    private final Arrivals arrivals;
    private final InstantSource clock;

    Notes(Arrivals arrivals, InstantSource clock) {
        this.arrivals = arrivals;
        this.clock = clock;
    }

    /** Of a body that was read at once. */
    Mono<Answer> json(ApiKey key, Way way, byte[] body, List<Item> items, Answer answer) {
        return note(key, way, items, answer, answer.rejectedCount() == 0 ? _ -> "" : texts(body));
    }

    /** Of lines, by their index; those that are too long to be held stand for nothing. */
    Mono<Answer> lines(ApiKey key, Map<Long, byte[]> lines, List<Item> items, Answer answer) {
        return note(key, Way.EVENT, items, answer, index -> {
            byte[] line = lines.get(index);
            return line == null ? "" : new String(line, StandardCharsets.UTF_8);
        });
    }

    private Mono<Answer> note(ApiKey key, Way way, List<Item> items, Answer answer, LongFunction<String> text) {
        Instant now = clock.instant();
        Source source = Source.key(key.id());
        List<Refused> refused = new ArrayList<>();
        if (answer.rejectedCount() > 0) {
            Map<Long, String> campaigns = new HashMap<>();
            items.forEach(item -> {
                if (item instanceof Item.Valid event) {
                    campaigns.put(event.index(), event.campaign());
                }
            });
            for (Reject reject : answer.rejected()) {
                refused.add(new Refused(
                        source,
                        now,
                        way,
                        text.apply(reject.index()),
                        reject.code(),
                        reject.detail(),
                        campaigns.get(reject.index())));
            }
        }
        Heard heard = Heard.of(answer.accepted(), answer.duplicates(), answer.rejectedCount());
        return arrivals.note(source, now, heard, refused)
                .onErrorResume(Notes::notKept)
                .thenReturn(answer);
    }

    /** Of a body that could not be read as a whole; what failed otherwise is no word about the body. */
    Mono<Void> unread(ApiKey key, byte @Nullable [] body, Throwable fault) {
        if (!(fault instanceof Refusal refusal)
                || refusal.problem().status() != 400 && refusal.problem().status() != 413) {
            return Mono.empty();
        }
        Instant now = clock.instant();
        Source source = Source.key(key.id());
        boolean large = refusal.problem().status() == 413;
        Refused refused = new Refused(
                source,
                now,
                Way.EVENT,
                body == null || large ? "" : new String(body, StandardCharsets.UTF_8),
                large ? RejectCode.TOO_LARGE : RejectCode.MALFORMED,
                refusal.problem().detail());
        return arrivals.note(source, now, Heard.of(0, 0, 1), List.of(refused)).onErrorResume(Notes::notKept);
    }

    private static Mono<Void> notKept(Throwable away) {
        LOG.warn("What was refused could not be kept: {}", away.getClass().getSimpleName());
        return Mono.empty();
    }

    /** The texts of the events in a body: it is read once more, for it is not held in pieces for the many that are accepted. */
    private static LongFunction<String> texts(byte[] body) {
        try {
            return Sent.read(body) instanceof List<?> list
                    ? index -> Sent.write(list.get((int) index))
                    : _ -> new String(body, StandardCharsets.UTF_8);
        } catch (Sent.NotJson neverWasRead) {
            throw new IllegalStateException(neverWasRead);
        }
    }
}
