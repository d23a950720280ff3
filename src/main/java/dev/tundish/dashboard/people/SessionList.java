package dev.tundish.dashboard.people;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.tundish.access.Session;
import dev.tundish.access.Sessions;
import dev.tundish.dashboard.Asking;
import dev.tundish.dashboard.login.HeldSessions;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where one user is signed in, each with a button that ends it. */
final class SessionList extends Div {

    private static final long serialVersionUID = 1;

    private final transient Sessions sessions;
    private final String user;
    private final @Nullable UUID mine = HeldSessions.mine();

    SessionList(Sessions sessions, String user) {
        this.sessions = sessions;
        this.user = user;
        addClassName("t-sessions");
        setId("sessions");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        load();
    }

    private void load() {
        Asking.of(this, sessions.of(user).collectList(), this::show, () -> {});
    }

    private void show(List<Session> found) {
        removeAll();
        found.forEach(session -> add(line(session)));
        boolean others = found.stream().anyMatch(session -> !session.id().equals(mine));
        if (found.isEmpty()) {
            add(new Paragraph("Nowhere just now."));
        } else if (others) {
            Button all = new Button(
                    found.stream().anyMatch(session -> session.id().equals(mine)) ? "End all others" : "End all",
                    _ -> Asking.of(this, sessions.endAll(user, mine), _ -> load(), () -> {}));
            all.setId("end-others");
            add(all);
        }
    }

    private Div line(Session session) {
        Div line = new Div();
        line.addClassName("t-session");
        Span where = new Span(session.browser() + ", from " + session.place());
        Span when = new Span(
                new Span("since "), new When(session.beganAt()), new Span(", last used "), new When(session.usedAt()));
        when.addClassName("t-quiet");
        line.add(new Div(where, when));
        if (session.id().equals(mine)) {
            line.add(new Span("this one"));
        } else {
            Button end =
                    new Button("End", _ -> Asking.of(this, sessions.end(user, session.id()), _ -> load(), () -> {}));
            end.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
            end.setAriaLabel("End the session on " + session.browser() + " from " + session.place());
            line.add(end);
        }
        return line;
    }
}
