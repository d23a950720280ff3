package dev.tundish.dashboard.incoming;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import dev.tundish.incoming.Group;
import dev.tundish.incoming.Source;
import dev.tundish.journal.RejectCode;
import java.util.Optional;

/** Things that were refused for one reason: which, what to do, and the last of them to look at. */
class RefusedLine extends Div {

    private static final long serialVersionUID = 1;

    private final Span title = new Span();
    private final Div from = new Div();
    private final Pre body = new Pre();
    private final Button again;
    private transient Group group;

    /** What a click asks for. */
    interface Asked extends SerializableConsumer<Group> {}

    /** @param campaign what is missing, where it can be made */
    RefusedLine(
            Group group, boolean mayChange, boolean mayMake, Optional<String> campaign, Asked tryAgain, Asked drop) {
        this.group = group;
        addClassName("t-refusal");
        title.addClassName("t-refusal-title");
        Div detail = new Div(group.detail());
        from.addClassName("t-quiet");
        Div actions = new Div();
        actions.addClassName("t-actions");
        again = new Button("Try again", _ -> tryAgain.accept(this.group));
        again.addClassName("t-again");
        if (mayChange) {
            campaign.filter(_ -> mayMake && group.sample().refused().code() == RejectCode.UNKNOWN_CAMPAIGN)
                    .ifPresent(key -> {
                        Anchor make = new Anchor("campaigns/new?key=" + key, "Create the campaign “" + key + "”");
                        make.addClassNames("t-link", "t-make");
                        actions.add(make);
                    });
            if (group.source().kind() == Source.Kind.ADDRESS) {
                RouterLink map = new RouterLink(
                        "Say what its fields mean",
                        AddressView.class,
                        new RouteParameters("id", group.source().id().toString()));
                map.addClassName("t-link");
                actions.add(map);
            }
            boolean kept = !group.sample().refused().body().isEmpty();
            again.setVisible(kept);
            Button away = new Button("Throw away", _ -> drop.accept(this.group));
            away.addThemeVariants(ButtonVariant.TERTIARY);
            actions.add(again, away);
        }
        Details look = new Details("Look at the last of them", body);
        look.setVisible(!group.sample().refused().body().isEmpty());
        body.addClassName("t-body");
        body.getElement().setAttribute("tabindex", "0");
        add(title, detail, from, actions, look);
    }

    void show(Group next, String source, IncomingWords words) {
        group = next;
        title.setText(words.number(next.count()) + " × "
                + IncomingWords.reason(next.sample().refused().code()));
        from.removeAll();
        from.add(new Span("From " + source + ", the last one "), IncomingWords.when(next.last()));
        again.setText(next.count() == 1 ? "Try it again" : "Try all " + words.number(next.count()) + " again");
        body.setText(next.sample().refused().body());
    }
}
