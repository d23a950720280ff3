package dev.tundish.dashboard.login;

import com.vaadin.flow.server.VaadinSession;
import dev.tundish.access.Session;
import dev.tundish.access.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The signed-in browsers that this node serves. What was ended, or whose user may now do something else, is taken away:
 * at once when it was done on this node, within {@code WATCH} when on another.
 */
@Component
public class HeldSessions implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(HeldSessions.class);
    private static final Duration WATCH = Duration.ofSeconds(2);
    private static final Duration NOTED = Duration.ofMinutes(1);

    private final Sessions sessions;
    private final Set<Held> held = ConcurrentHashMap.newKeySet();
    private volatile Disposable watching = Disposables.disposed();

    HeldSessions(Sessions sessions) {
        this.sessions = sessions;
    }

    /** The browser of this request is signed in by this session. */
    void hold(HttpServletRequest request, Session session, int turn) {
        Held one = new Held(session.id(), turn, held);
        one.use();
        request.getSession().setAttribute(Held.NAME, one);
    }

    /** What is held of the browser with this web session, if it is signed in. */
    static Optional<Held> of(@Nullable HttpSession web) {
        return web != null && web.getAttribute(Held.NAME) instanceof Held one ? Optional.of(one) : Optional.empty();
    }

    /** The session in which the present page is shown; null: in none. */
    public static @Nullable UUID mine() {
        VaadinSession here = VaadinSession.getCurrent();
        return here != null
                        && here.getSession() != null
                        && here.getSession().getAttribute(Held.NAME) instanceof Held one
                ? one.session()
                : null;
    }

    /** Asks which of them still stand, and takes the others away. */
    Mono<Void> look() {
        return Mono.defer(() -> {
            List<Held> all = List.copyOf(held);
            return all.isEmpty()
                    ? Mono.<Void>empty()
                    : sessions.standing(
                                    all.stream().map(Held::session).distinct().toList())
                            .publishOn(
                                    Schedulers.boundedElastic()) // a web session that ends tells its pages, and waits
                            .doOnNext(standing -> all.stream()
                                    .filter(one -> !stands(one, standing))
                                    .forEach(Held::end))
                            .then();
        });
    }

    private static boolean stands(Held one, Map<UUID, Integer> standing) {
        Integer turn = standing.get(one.session());
        return turn != null && turn == one.turn();
    }

    private Mono<Void> note() {
        return Mono.defer(() -> {
            List<UUID> used = held.stream()
                    .filter(Held::takeUsed)
                    .map(Held::session)
                    .distinct()
                    .toList();
            return used.isEmpty() ? Mono.empty() : sessions.used(used);
        });
    }

    /** While the database is away nobody can end a session: those that are held stand until it is back. */
    private static Mono<Void> later(Throwable away) {
        LOG.warn("Sessions cannot be looked up: {}", away.getClass().getSimpleName());
        return Mono.empty();
    }

    @Override
    public void start() {
        Flux<Long> beat = Flux.interval(WATCH).onBackpressureDrop();
        watching = Disposables.composite(
                Flux.merge(beat, sessions.news())
                        .onBackpressureLatest()
                        .concatMap(_ -> look().onErrorResume(HeldSessions::later), 1)
                        .subscribe(),
                Flux.interval(NOTED)
                        .onBackpressureDrop()
                        .concatMap(_ -> note().onErrorResume(HeldSessions::later), 1)
                        .subscribe());
    }

    @Override
    public void stop() {
        watching.dispose();
    }

    @Override
    public boolean isRunning() {
        return !watching.isDisposed();
    }
}
