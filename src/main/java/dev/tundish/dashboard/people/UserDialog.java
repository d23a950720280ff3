package dev.tundish.dashboard.people;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.server.Command;
import dev.tundish.access.Member;
import dev.tundish.access.Role;
import dev.tundish.access.User;

/** What an administrator can do for one user. */
final class UserDialog extends Dialog {

    private static final long serialVersionUID = 1;

    /** What is wished. */
    interface Wishes {
        void role(Member member, Role role);

        void link(Member member);

        void readmit(Member member);

        void deactivate(Member member);
    }

    private final transient Member member;
    private final transient Wishes wishes;

    /** @param sessions where they are signed in */
    UserDialog(Member member, SessionList sessions, Wishes wishes) {
        this.member = member;
        this.wishes = wishes;
        setId("user");
        setHeaderTitle(member.name());
        Div body = new Div();
        body.addClassName("t-form");
        if (member.provided()) {
            body.add(new Paragraph("They log in through the identity provider: password and role are kept there."));
        } else if (member.state() != User.State.DEACTIVATED) {
            body.add(role());
        }
        body.add(links());
        if (member.state() == User.State.ACTIVE) {
            body.add(new H3("Signed in on"), sessions);
        }
        add(body);
        getFooter().add(new Button("Close", _ -> close()));
    }

    private RadioButtonGroup<Role> role() {
        RadioButtonGroup<Role> role = new RadioButtonGroup<>("Role");
        role.setId("user-role");
        InviteForm.roles(role);
        role.setValue(member.role());
        role.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                then(() -> wishes.role(member, event.getValue()));
            }
        });
        return role;
    }

    private Div links() {
        Div buttons = new Div();
        buttons.addClassName("t-buttons");
        if (member.provided() && member.state() == User.State.DEACTIVATED) {
            buttons.add(new Button("Let them in again", _ -> then(() -> wishes.readmit(member))));
            return buttons;
        }
        Button link = new Button(
                switch (member.state()) {
                    case ACTIVE -> "Let them choose a new password";
                    case INVITED -> "Invite again";
                    case DEACTIVATED -> "Let them in again";
                },
                _ -> then(() -> wishes.link(member)));
        link.setId("user-link");
        if (!member.provided()) {
            buttons.add(link);
        }
        if (member.state() != User.State.DEACTIVATED) {
            Button out = new Button("Shut out", _ -> confirm());
            out.setId("user-out");
            out.addThemeVariants(ButtonVariant.ERROR);
            buttons.add(out);
        }
        return buttons;
    }

    private void confirm() {
        ConfirmDialog sure = new ConfirmDialog(
                "Shut “" + member.name() + "” out?",
                "They are signed out everywhere at once, and cannot log in any more. What they did stays written down. "
                        + "You can let them in again.",
                "Shut out",
                _ -> then(() -> wishes.deactivate(member)));
        sure.setConfirmButtonTheme("error primary");
        sure.setCancelable(true);
        sure.setCancelText("Leave them in");
        sure.open();
    }

    private void then(Command wish) {
        close();
        wish.execute();
    }
}
