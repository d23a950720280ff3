package dev.tundish.dashboard.incoming;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.tundish.access.Right;
import dev.tundish.dashboard.MainLayout;
import dev.tundish.dashboard.login.SignedIn;
import dev.tundish.incoming.Addresses;
import dev.tundish.incoming.Group;
import dev.tundish.incoming.Incoming;
import dev.tundish.incoming.Kept;
import dev.tundish.incoming.Picture;
import dev.tundish.incoming.Replays;
import dev.tundish.incoming.Source;
import dev.tundish.incoming.SourceState;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import reactor.core.Disposable;

/** What arrives, live: by which source, what was refused and why, and what came just now. */
@Route(value = "incoming", layout = MainLayout.class)
@PageTitle("Incoming · Tundish")
@RolesAllowed(Right.SEE_LEADS)
public class IncomingView extends Div {

    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(IncomingView.class);

    private final transient Incoming incoming;
    private final transient Replays replays;
    private final boolean mayChange = may(Right.CHANGE_INCOMING);
    private final boolean mayMake = may(Right.CHANGE_CAMPAIGNS);
    private final Paragraph noSource = new Paragraph(
            "Nobody sends anything yet. Make an address and paste it into a form tool, Zapier, Make or a CRM; or give a program a key.");
    private final Paragraph nothingRefused = new Paragraph("Nothing: all that came was taken.");
    private final Paragraph nothingCame = new Paragraph("Nothing in the last 24 hours.");
    private final Div sources = list("sources", "t-sources");
    private final Div refused = list("refused", "t-refusals");
    private final Div minutes = list("minutes", "t-minutes");
    private final transient Keyed<Source, SourceLine> sourceLines = new Keyed<>(sources);
    private final transient Keyed<Alike, RefusedLine> refusedLines = new Keyed<>(refused);
    private final transient Keyed<Came, MinuteLine> minuteLines = new Keyed<>(minutes);
    private transient @Nullable Disposable watching;

    private record Alike(
            Source source,
            String code,
            String detail,
            @Nullable String campaign) {}

    private record Came(Source source, Instant minute) {}

    IncomingView(
            Incoming incoming,
            Replays replays,
            Addresses addresses,
            @Value("${tundish.api.public-address:}") String publicAddress,
            @Value("${api.port:8081}") int apiPort) {
        this.incoming = incoming;
        this.replays = replays;
        addClassNames("t-import", "t-incoming");
        Button make = new Button("Make an address", _ -> new NewAddress(addresses, publicAddress, apiPort).open());
        make.setId("make-address");
        make.addThemeVariants(ButtonVariant.PRIMARY);
        make.setVisible(mayChange);
        Div head = new Div(new H1("Incoming"), make);
        head.addClassName("t-head");
        add(
                head,
                new Paragraph(
                        "Everything that programs and forms send here. What is refused is kept for seven days, and can be tried again once its cause is mended."),
                card("Who sends", noSource, sources),
                card("Refused", nothingRefused, refused),
                card("Just in", nothingCame, minutes));
    }

    private static Div card(String title, Paragraph empty, Div list) {
        Div card = new Div(new H2(title), empty, list);
        card.addClassName("t-card");
        return card;
    }

    private static Div list(String id, String style) {
        Div list = new Div();
        list.setId(id);
        list.addClassName(style);
        return list;
    }

    private static boolean may(String right) {
        return SignedIn.current().filter(me -> me.may(right)).isPresent();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        watching = incoming.watch()
                .onBackpressureLatest()
                .subscribe(
                        picture -> ui.access(() -> show(picture, new IncomingWords(ui.getLocale()))),
                        broken -> LOG.warn("The page of what arrives is no longer fed", broken));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (watching != null) {
            watching.dispose();
        }
    }

    private void show(Picture picture, IncomingWords words) {
        Map<Source, String> names = new HashMap<>();
        Map<Source, SourceState> states = new HashMap<>();
        picture.sources().forEach(state -> {
            names.put(state.source(), state.name());
            states.put(state.source(), state);
        });
        noSource.setVisible(picture.sources().isEmpty());
        sourceLines.show(
                picture.sources().stream().map(SourceState::source).toList(),
                source -> line(Objects.requireNonNull(states.get(source))));
        picture.sources().forEach(state -> sourceLines.line(state.source()).show(state, picture.at(), words));
        refused(picture.groups(), names, words);
        nothingCame.setVisible(picture.minutes().isEmpty());
        minuteLines.show(
                picture.minutes().stream()
                        .map(minute -> new Came(minute.source(), minute.from()))
                        .toList(),
                came -> new MinuteLine(came.minute(), name(names, came.source())));
        picture.minutes()
                .forEach(minute -> minuteLines
                        .line(new Came(minute.source(), minute.from()))
                        .show(words.heard(minute.heard())));
    }

    private SourceLine line(SourceState state) {
        return new SourceLine(
                state,
                mayChange,
                mayChange && state.inForce()
                        ? every -> Answered.of(
                                this, incoming.expect(state.source(), every).thenReturn(true), _ -> {})
                        : null);
    }

    private void refused(List<Group> groups, Map<Source, String> names, IncomingWords words) {
        nothingRefused.setVisible(groups.isEmpty());
        Map<Alike, Group> alike = new HashMap<>();
        groups.forEach(group -> alike.put(alike(group), group));
        refusedLines.show(groups.stream().map(IncomingView::alike).toList(), key -> {
            Group group = Objects.requireNonNull(alike.get(key));
            return new RefusedLine(
                    group, mayChange, mayMake, Optional.ofNullable(group.campaign()), this::again, this::drop);
        });
        groups.forEach(group -> refusedLines.line(alike(group)).show(group, name(names, group.source()), words));
    }

    private static Alike alike(Group group) {
        return new Alike(group.source(), group.code(), group.detail(), group.campaign());
    }

    private static String name(Map<Source, String> names, Source source) {
        return names.getOrDefault(
                source, source.kind() == Source.Kind.KEY ? "a revoked key" : "a revoked inbound address");
    }

    private void again(Group group) {
        IncomingWords words = new IncomingWords(UI.getCurrent().getLocale());
        Answered.of(this, replays.again(group), result -> Notification.show(words.result(result)));
    }

    private void drop(Group group) {
        ConfirmDialog sure = new ConfirmDialog(
                "Throw away what was refused?",
                "It can then no longer be tried again.",
                "Throw away",
                _ -> Answered.of(
                        this,
                        incoming.alike(group)
                                .map(Kept::id)
                                .collectList()
                                .flatMap(ids -> incoming.done(ids).thenReturn(true)),
                        _ -> {}));
        sure.setConfirmButtonTheme("error primary");
        sure.setCancelable(true);
        sure.setCancelText("Keep it");
        sure.open();
    }

    /** What one source sent in one minute. */
    private static final class MinuteLine extends Div {

        private static final long serialVersionUID = 1;

        private final Span heard = new Span();

        MinuteLine(Instant minute, String source) {
            addClassName("t-minute");
            Span when = IncomingWords.when(minute);
            when.addClassName("t-quiet");
            add(when, new Span(source), heard);
        }

        void show(String words) {
            heard.setText(words);
        }
    }
}
