package dev.tundish.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.server.Command;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Asks for something on behalf of a page: the answer comes back to it while it is open, and it says when there is none. */
public final class Asking {

    private static final Logger LOG = LoggerFactory.getLogger(Asking.class);

    private Asking() {}

    /**
     * Asks.
     *
     * @param then what to do with the answer
     * @param otherwise what to do when it is empty
     */
    public static <T> void of(Component page, Mono<T> answer, SerializableConsumer<T> then, Command otherwise) {
        UI ui = page.getUI().orElseGet(UI::getCurrent);
        answer.map(value -> (Command) () -> then.accept(value))
                .defaultIfEmpty(otherwise)
                .subscribe(ui::access, failed -> {
                    LOG.warn("A page got no answer", failed);
                    ui.access(() -> Notification.show("That did not work just now. Try again in a moment."));
                });
    }
}
