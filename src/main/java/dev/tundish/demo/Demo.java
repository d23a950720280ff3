package dev.tundish.demo;

import dev.tundish.access.ApiKey;
import dev.tundish.access.Keys;
import dev.tundish.access.Scope;
import dev.tundish.lifecycle.Shutdown;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

/** Starts the demo as soon as the API listens, and stops it before the listeners end. */
@Component
@ConditionalOnBooleanProperty("tundish.demo.enabled")
@EnableConfigurationProperties(DemoSettings.class)
final class Demo {

    private static final Logger log = LoggerFactory.getLogger(Demo.class);
    private static final String KEY_NAME = "Demo launch";

    private final Keys keys;
    private final DemoSettings settings;
    private final InstantSource clock;
    private final Shutdown shutdown;
    private final AtomicReference<Disposable> running = new AtomicReference<>(Disposables.disposed());

    Demo(Keys keys, DemoSettings settings, InstantSource clock, Shutdown shutdown) {
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
        this.shutdown = shutdown;
    }

    /** The API's listener tells its parent the port that it got. */
    @EventListener
    void apiListens(ReactiveWebServerInitializedEvent event) {
        String address = "http://127.0.0.1:" + event.getWebServer().getPort();
        log.info("The demo launch starts: its history first, then about an event a second");
        Disposable run = key().flatMap(key -> new DemoRun(new DemoApi(address, key), settings, clock).run())
                .takeUntilOther(shutdown.begun())
                .subscribe(
                        _ -> {},
                        failure -> log.error(
                                "The demo launch stopped: {}. Start again to go on.", String.valueOf(failure)));
        running.getAndSet(run).dispose();
    }

    /** A key of its own, for this run; the one of the run before is revoked. */
    private Mono<String> key() {
        return keys.all()
                .filter(key -> key.name().equals(KEY_NAME))
                .mapNotNull(ApiKey::id)
                .concatMap(keys::revoke)
                .then(keys.make(KEY_NAME, EnumSet.of(Scope.INGEST, Scope.READ, Scope.ADMIN), null, null))
                .map(Keys.Made::secret);
    }
}
