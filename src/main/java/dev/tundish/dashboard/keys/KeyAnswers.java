package dev.tundish.dashboard.keys;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.server.Command;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Brings an answer back to the page that asked, and says when there is none. */
public final class KeyAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(KeyAnswers.class);

    private KeyAnswers() {}

    /** Asks; what comes is handled on the page, while it is still open. */
    public static <T> void of(Component page, Mono<T> answer, SerializableConsumer<T> then, Command otherwise) {
        UI ui = page.getUI().orElseGet(UI::getCurrent);
        answer.subscribe(value -> ui.access(() -> then.accept(value)), failed -> {
            LOG.warn("The keys cannot be reached", failed);
            ui.access(() -> {
                Notification.show("That did not work just now. Try again in a moment.");
                otherwise.execute();
            });
        });
    }
}
