package dev.tundish.dashboard.incoming;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.function.SerializableConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Brings an answer back to the page that asked, and says when there is none. */
final class Answered {

    private static final Logger LOG = LoggerFactory.getLogger(Answered.class);

    private Answered() {}

    static <T> void of(Component page, Mono<T> answer, SerializableConsumer<T> then) {
        UI ui = page.getUI().orElseGet(UI::getCurrent);
        answer.subscribe(value -> ui.access(() -> then.accept(value)), failed -> {
            LOG.warn("What arrives cannot be reached: {}", failed.getClass().getSimpleName());
            ui.access(() -> Notification.show("That did not work just now. Try again in a moment."));
        });
    }
}
