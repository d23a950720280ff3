package dev.tundish.dashboard.campaigns;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.VaadinServletRequest;
import dev.tundish.access.Keys;
import dev.tundish.access.Right;
import dev.tundish.access.Scope;
import dev.tundish.dashboard.Snippet;
import dev.tundish.dashboard.login.SignedIn;
import java.util.Set;

/** How the first lead gets into a campaign that has none: a command that works, with a key if one wishes. */
final class FirstEvent extends Div {

    private static final long serialVersionUID = 1;

    private final transient Keys keys;
    private final int apiPort;
    private final String campaign;
    private final Div command = new Div();
    private final Button make = new Button("Make a key for it", _ -> make());

    FirstEvent(Keys keys, int apiPort, String campaign) {
        this.keys = keys;
        this.apiPort = apiPort;
        this.campaign = campaign;
        addClassNames("t-card", "t-effect");
        setId("first-event");
        make.setId("first-event-key");
        make.addThemeVariants(ButtonVariant.PRIMARY);
        make.setDisableOnClick(true);
        add(
                new H2("Send the first event"),
                new Paragraph("No event has come in yet. This says that a lead did:"),
                command);
        if (SignedIn.current().filter(me -> me.may(Right.MANAGE_KEYS)).isPresent()) {
            add(make);
        } else {
            add(new Paragraph("Whoever sends events needs a key: an administrator makes one."));
        }
        show("YOUR_KEY");
    }

    private void make() {
        Asked.of(
                this,
                keys.make("Events of " + campaign, Set.of(Scope.INGEST), Set.of(campaign), null),
                made -> {
                    show(made.secret());
                    make.setVisible(false);
                    command.add(new Paragraph(
                            "The key stands here this once. It can send events to this campaign, and nothing else."));
                },
                () -> make.setEnabled(true));
    }

    private void show(String secret) {
        VaadinServletRequest request = VaadinServletRequest.getCurrent();
        String host = request == null ? "localhost" : request.getServerName();
        command.removeAll();
        command.add(new Snippet("""
                curl http://%s:%d/api/v1/events \\
                  -H "Authorization: Bearer %s" -H "Content-Type: application/json" \\
                  -d '{"type": "lead.captured", "campaign": "%s", "lead": "lead-1", "attributes": {"source": "google"}}'
                """.formatted(host, apiPort, secret, campaign).strip()));
    }
}
