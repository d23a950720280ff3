package dev.tundish.dashboard.overview;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.VaadinServletRequest;
import dev.tundish.access.Keys;
import dev.tundish.access.Right;
import dev.tundish.access.Scope;
import dev.tundish.dashboard.Snippet;
import dev.tundish.dashboard.keys.KeyAnswers;
import dev.tundish.dashboard.login.SignedIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An empty system shows what to do: make a key, send the first event, or start the demo. */
class FirstSteps extends Div {

    private static final long serialVersionUID = 1;

    private final transient Keys keys;
    private final int apiPort;
    private final Div command = new Div();
    private final Button make = new Button("Make a key", _ -> make());
    private boolean underWay;

    FirstSteps(Keys keys, int apiPort) {
        this.keys = keys;
        this.apiPort = apiPort;
        addClassNames("t-card", "t-first");
        setId("first-steps");
        make.setId("first-key");
        make.addThemeVariants(ButtonVariant.PRIMARY);
        make.setDisableOnClick(true);
        boolean may = SignedIn.current().filter(me -> me.may(Right.MANAGE_KEYS)).isPresent();
        OrderedList steps = new OrderedList(
                new ListItem(
                        new H2("Make a key"),
                        new Paragraph("Whoever sends events needs a key. It is shown once, on this page."),
                        may ? make : new Paragraph("Only an administrator can make one: ask for it.")),
                new ListItem(
                        new H2("Send the first event"),
                        new Paragraph(
                                "Two commands for a terminal: the first makes a campaign, the second says that a lead came in. This page changes as soon as it is there."),
                        command));
        byHand().ifPresent(steps::add);
        steps.add(new ListItem(
                new H2("Or look at a demo"),
                new Paragraph(
                        "Stop Tundish and start it on an empty folder with the command below: a team's campaigns, with a launch in its first hours."),
                new Snippet("TUNDISH_HOME=./demo-data ./tundish demo")));
        add(
                new H1("No campaign yet"),
                new Paragraph("Two steps to your first lead, or a demo to look at first."),
                steps);
        show("YOUR_KEY");
    }

    /** What people can do here without a terminal, if they may. */
    private static Optional<ListItem> byHand() {
        List<Anchor> ways = new ArrayList<>();
        SignedIn.current().ifPresent(me -> {
            if (me.may(Right.CHANGE_CAMPAIGNS)) {
                ways.add(new Anchor("/campaigns/new", "Make a campaign by form"));
            }
            if (me.may(Right.IMPORT)) {
                ways.add(new Anchor("/import", "Import a CSV file"));
            }
            if (me.may(Right.CHANGE_INCOMING)) {
                ways.add(new Anchor("/incoming", "Make an address for a form tool or a CRM"));
            }
        });
        if (ways.isEmpty()) {
            return Optional.empty();
        }
        ListItem item = new ListItem(
                new H2("Or without a terminal"),
                new Paragraph(
                        "Make the campaign by form, and bring leads in from the tool that has them: by an address that it posts to, or from a file."));
        Paragraph links = new Paragraph();
        links.addClassName("t-ways");
        ways.forEach(links::add);
        item.add(links);
        return Optional.of(item);
    }

    /** Whether a key was made here: its commands are still needed. */
    boolean isUnderWay() {
        return underWay;
    }

    private void make() {
        KeyAnswers.of(
                this,
                keys.make("First steps", Set.of(Scope.INGEST, Scope.READ, Scope.ADMIN), null, null),
                made -> {
                    underWay = true;
                    make.setText("✓ Made: it stands in the commands below");
                    show(made.secret());
                },
                () -> make.setEnabled(true));
    }

    private void show(String secret) {
        VaadinServletRequest request = VaadinServletRequest.getCurrent();
        String host = request == null ? "localhost" : request.getServerName();
        String address = "http://" + host + ":" + apiPort + "/api/v1";
        command.removeAll();
        command.add(new Snippet("""
                KEY=%s
                curl -X PUT %s/campaigns/my-campaign \\
                  -H "Authorization: Bearer $KEY" -H "Content-Type: application/json" \\
                  -d '{"name": "My campaign", "template": "sales-assisted"}'
                curl %s/events \\
                  -H "Authorization: Bearer $KEY" -H "Content-Type: application/json" \\
                  -d '{"type": "lead.captured", "campaign": "my-campaign", "lead": "lead-1", "attributes": {"source": "google"}}'
                """.formatted(secret, address, address).strip()));
        if (underWay) {
            Paragraph once = new Paragraph("The key stands here this once. Its name in the list of keys is ");
            once.add(new Code("First steps"));
            command.add(once);
        }
    }
}
