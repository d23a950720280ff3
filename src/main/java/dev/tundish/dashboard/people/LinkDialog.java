package dev.tundish.dashboard.people;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.tundish.access.Team;
import dev.tundish.dashboard.Snippet;

/** Shows a link this once. What makes it stands behind its {@code #}: browsers keep that to themselves. */
final class LinkDialog extends Dialog {

    private static final long serialVersionUID = 1;

    LinkDialog(Team.Link link) {
        setId("link-once");
        setHeaderTitle("A link for " + link.user());
        Snippet snippet = new Snippet("/welcome#" + link.secret());
        snippet.here();
        Div body = new Div(new Paragraph(words(link)), snippet);
        body.addClassName("t-form");
        add(body);
        setCloseOnOutsideClick(false);
        setCloseOnEsc(false);
        Button done = new Button("I have copied it", _ -> close());
        done.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(done);
        addOpenedChangeListener(event -> {
            if (!event.isOpened()) {
                removeAll();
            }
        });
    }

    private static String words(Team.Link link) {
        String once = " It works once, and is shown this once: copy it now, and send it to nobody else.";
        return switch (link.purpose()) {
            case INVITATION ->
                "Send it to them: they choose a password by it, and are in. It is good for 7 days." + once;
            case RESET ->
                "Send it to them: they choose a new password by it. It is good for 24 hours; until then the old one works."
                        + once;
        };
    }
}
