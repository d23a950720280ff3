package dev.tundish.dashboard.incoming;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import dev.tundish.incoming.Source;
import dev.tundish.incoming.SourceState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One source: what it is, when it was heard, how much it sent, and how long it may be silent. */
class SourceLine extends Div {

    private static final long serialVersionUID = 1;
    private static final List<Duration> CHOICE = List.of(
            Duration.ZERO,
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofDays(1),
            Duration.ofDays(3),
            Duration.ofDays(7));

    private final Div name = new Div();
    private final Span kind = quiet();
    private final Div last = new Div();
    private final Div counts = new Div();
    private final Select<Duration> expected = new Select<>();
    private transient @Nullable Instant shownLast;
    private transient @Nullable Instant shownSilent;
    private boolean shown;

    /** @param expect null: may not be changed by who looks */
    SourceLine(SourceState state, boolean mayChange, @Nullable SerializableConsumer<@Nullable Duration> expect) {
        addClassName("t-source");
        setId("source-" + state.source().id());
        boolean page = mayChange && state.source().kind() == Source.Kind.ADDRESS;
        if (page) {
            RouterLink link = new RouterLink(
                    state.name(),
                    AddressView.class,
                    new RouteParameters("id", state.source().id().toString()));
            link.addClassName("t-link");
            name.add(link);
        } else {
            name.add(new Span(state.name()));
        }
        name.add(kind);
        expected.setItems(CHOICE);
        expected.setItemLabelGenerator(
                every -> every.isZero() ? "Not expected at any pace" : "Expected every " + IncomingWords.every(every));
        expected.setAriaLabel("How often " + state.name() + " is expected");
        expected.setVisible(expect != null);
        if (expect != null) {
            expected.addValueChangeListener(event -> {
                if (event.isFromClient()) {
                    Duration every = event.getValue();
                    expect.accept(every == null || every.isZero() ? null : every);
                }
            });
        }
        last.addClassName("t-last");
        Div heard = new Div(last, counts);
        counts.addClassName("t-quiet");
        add(name, heard, expected);
    }

    void show(SourceState state, Instant now, IncomingWords words) {
        kind.setText((state.source().kind() == Source.Kind.KEY
                        ? "Key"
                        : state.mapped() ? "Inbound address" : "Inbound address, not mapped yet")
                + (state.inForce() ? "" : ", revoked"));
        Instant silent = state.silentSince(now);
        if (!shown || !Objects.equals(shownLast, state.lastAt()) || !Objects.equals(shownSilent, silent)) {
            shown = true;
            shownLast = state.lastAt();
            shownSilent = silent;
            last.removeAll();
            Instant at = state.lastAt();
            if (silent != null) {
                last.addClassName("t-silent");
                last.add(new Span(at == null ? "▼ Silent: nothing has come yet" : "▼ Silent since "));
            } else {
                last.removeClassName("t-silent");
                last.add(new Span(at == null ? "Nothing has come yet" : "Last heard "));
            }
            if (at != null) {
                last.add(IncomingWords.when(at));
            }
        }
        counts.setText("In the last 24 hours: " + words.heard(state.day()));
        Duration every = state.expected();
        expected.setValue(every == null || !CHOICE.contains(every) ? Duration.ZERO : every);
    }

    private static Span quiet() {
        Span span = new Span();
        span.addClassName("t-quiet");
        return span;
    }
}
