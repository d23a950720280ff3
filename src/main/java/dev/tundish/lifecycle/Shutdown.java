package dev.tundish.lifecycle;

import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Says that this node is about to end, before its listeners wait for their running requests. A stream that nobody ends
 * would hold them up: {@code flux.takeUntilOther(shutdown.begun())}.
 */
@Component
public class Shutdown {

    private final Sinks.Empty<Void> begun = Sinks.empty();

    /** Completes when the node begins to end, at once for those who come later. Never fails. */
    public Mono<Void> begun() {
        return begun.asMono();
    }

    /** Begins it. The contexts of the listeners tell their parent, so the first of them to close is heard here. */
    @EventListener(ContextClosedEvent.class)
    public void begin() {
        begun.tryEmitEmpty();
    }
}
