package dev.tundish.dashboard.campaigns;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.server.Command;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Brings an answer back to the form that asked, and says when there is none. */
final class Asked {

    private static final Logger LOG = LoggerFactory.getLogger(Asked.class);

    private Asked() {}

    /** Asks; what comes is handled on the page, while it is still open. */
    static <T> Disposable of(Component page, Mono<T> answer, SerializableConsumer<T> then, Command otherwise) {
        UI ui = page.getUI().orElseGet(UI::getCurrent);
        return answer.flatMap(Asked::onAThreadThatMayWait)
                .subscribe(value -> ui.access(() -> then.accept(value)), failed -> {
                    LOG.warn("The campaigns cannot be reached", failed);
                    ui.access(() -> {
                        Notification.show("That did not work just now. Nothing was changed; try again in a moment.");
                        otherwise.execute();
                    });
                });
    }

    /** What follows may ask again and wait, and the database answers on the thread that it answered on. */
    private static <T> Mono<T> onAThreadThatMayWait(T value) {
        Mono<T> same = Mono.just(value);
        return Schedulers.isInNonBlockingThread() ? same.publishOn(Schedulers.boundedElastic()) : same;
    }
}
