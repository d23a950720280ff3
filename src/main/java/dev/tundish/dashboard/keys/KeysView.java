package dev.tundish.dashboard.keys;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.tundish.access.ApiKey;
import dev.tundish.access.Keys;
import dev.tundish.access.PublicUse;
import dev.tundish.access.Right;
import dev.tundish.campaign.Campaign;
import dev.tundish.campaign.Campaigns;
import dev.tundish.dashboard.MainLayout;
import dev.tundish.dashboard.Snippet;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The keys that are in force: make, see, revoke. */
@Route(value = "keys", layout = MainLayout.class)
@PageTitle("Keys · Tundish")
@RolesAllowed(Right.MANAGE_KEYS)
public class KeysView extends Div {

    private static final long serialVersionUID = 1;

    private final transient Keys keys;
    private final transient Campaigns campaigns;
    private final Grid<ApiKey> list = new Grid<>();

    KeysView(Keys keys, Campaigns campaigns) {
        this.keys = keys;
        this.campaigns = campaigns;
        addClassName("t-page");
        Button make = new Button("Make a key", _ -> ask());
        make.setId("make-key");
        make.addThemeVariants(ButtonVariant.PRIMARY);
        Div head = new Div(new H1("Keys"), make);
        head.addClassName("t-head");
        list.setId("keys");
        list.addThemeVariants(GridVariant.NO_BORDER);
        list.setAllRowsVisible(true);
        list.setSelectionMode(Grid.SelectionMode.NONE);
        list.setEmptyStateText("No key yet. Whoever sends events needs one.");
        list.addColumn(ApiKey::name).setHeader("Name").setFlexGrow(2);
        list.addColumn(key -> key.prefix() + "…").setHeader("Begins with").setFlexGrow(1);
        list.addColumn(KeysView::may).setHeader("May").setFlexGrow(2);
        list.addColumn(key -> limits(key.campaigns(), "All campaigns"))
                .setHeader("Where")
                .setFlexGrow(1);
        list.addColumn(key -> limits(key.types(), "All events"))
                .setHeader("What")
                .setFlexGrow(1);
        list.addComponentColumn(KeysView::made).setHeader("Made").setFlexGrow(1);
        list.addComponentColumn(this::revokeButton).setHeader("").setFlexGrow(0).setAutoWidth(true);
        Div card = new Div(list);
        card.addClassNames("t-card", "t-table");
        add(
                head,
                new Paragraph(
                        "Programs that send events or read counts show a key. One that a web page carries can be read by everybody: make it"
                                + " a public one, which brings new leads and nothing else. Each stands here as long as it is in"
                                + " force."),
                card);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        load();
    }

    private void load() {
        KeyAnswers.of(this, keys.all().collectList(), list::setItems, () -> {});
    }

    private static String may(ApiKey key) {
        PublicUse use = key.publicUse();
        return use == null
                ? key.scopes().stream().sorted().map(ScopeWords::words).collect(Collectors.joining(", "))
                : "Public: bring new leads, from pages of "
                        + use.origins().stream().sorted().collect(Collectors.joining(", ")) + ", at most "
                        + use.perMinute()
                        + " a minute";
    }

    private static Span made(ApiKey key) {
        Span made = new Span();
        made.getElement().appendChild(new com.vaadin.flow.dom.Element("tundish-when").setProperty("at", (double)
                        key.createdAt().toEpochMilli()));
        return made;
    }

    private static String limits(@Nullable Set<String> only, String all) {
        return only == null ? all : only.stream().sorted().collect(Collectors.joining(", "));
    }

    private void ask() {
        KeyAnswers.of(
                this,
                campaigns.all().map(Campaign::key).collectList(),
                (List<String> known) -> new KeyForm(known, this::make).open(),
                () -> {});
    }

    private void make(KeyForm.Wish wish) {
        KeyAnswers.of(
                this,
                made(wish),
                made -> {
                    showOnce(made);
                    load();
                },
                () -> {});
    }

    private Mono<Keys.Made> made(KeyForm.Wish wish) {
        return wish.publicUse() != null && wish.campaigns() != null
                ? keys.makePublic(wish.name(), wish.campaigns(), wish.publicUse())
                : keys.make(wish.name(), wish.scopes(), wish.campaigns(), wish.types());
    }

    private static void showOnce(Keys.Made made) {
        Dialog once = new Dialog();
        once.setId("key-once");
        once.setHeaderTitle("The key “" + made.key().name() + "”");
        Div body = new Div(
                new Paragraph("Copy it now: it is shown this once, and kept nowhere."), new Snippet(made.secret()));
        if (made.key().isPublic()) {
            body.add(new Paragraph(
                    "It may stand in your pages. Tracking libraries call it the write key, and this server"
                            + " the host."));
        }
        body.addClassName("t-form");
        once.add(body);
        once.setCloseOnOutsideClick(false);
        once.setCloseOnEsc(false);
        Button done = new Button("I have copied it", _ -> once.close());
        done.addThemeVariants(ButtonVariant.PRIMARY);
        once.getFooter().add(done);
        once.addOpenedChangeListener(event -> {
            if (!event.isOpened()) {
                once.removeAll();
            }
        });
        once.open();
    }

    private com.vaadin.flow.component.Component revokeButton(ApiKey key) {
        if (key.id() == null) {
            return new Span("from the environment");
        }
        Button revoke = new Button("Revoke", _ -> confirm(key));
        revoke.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
        revoke.setAriaLabel("Revoke the key " + key.name());
        return revoke;
    }

    private void confirm(ApiKey key) {
        ConfirmDialog sure = new ConfirmDialog(
                "Revoke “" + key.name() + "”?",
                "Whoever uses it is shut out within five seconds, for good.",
                "Revoke",
                _ -> revoke(key));
        sure.setConfirmButtonTheme("error primary");
        sure.setCancelable(true);
        sure.setCancelText("Keep it");
        sure.open();
    }

    private void revoke(ApiKey key) {
        if (key.id() == null) {
            return;
        }
        KeyAnswers.of(
                this,
                keys.revoke(key.id()),
                was -> {
                    Notification.show(was ? "“" + key.name() + "” is revoked." : "It was revoked already.");
                    load();
                },
                () -> {});
    }
}
