package dev.tundish.dashboard.people;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import dev.tundish.access.Role;
import dev.tundish.grammar.Text;
import java.io.Serializable;

/** Asks who is to be invited, and as what. Stays open until that worked, so that nothing has to be typed twice. */
final class InviteForm extends Dialog {

    private static final long serialVersionUID = 1;
    private static final int LONGEST = 64;

    private final TextField name = new TextField("Name");
    private final RadioButtonGroup<Role> role = new RadioButtonGroup<>("Role");
    private final Inviting invite;

    /** What is done with what was said; it closes the form when that worked. */
    interface Inviting extends Serializable {
        void invite(InviteForm form, String name, Role role);
    }

    InviteForm(Inviting invite) {
        this.invite = invite;
        setHeaderTitle("Invite somebody");
        setId("invite-form");
        name.setId("invite-name");
        name.setMaxLength(LONGEST);
        name.setRequiredIndicatorVisible(true);
        name.setHelperText("They log in with it. An e-mail address will do.");
        name.setWidthFull();
        role.setId("invite-role");
        roles(role);
        role.setValue(Role.VIEWER);
        Div body = new Div(name, role);
        body.addClassName("t-form");
        add(body);
        Button done = new Button("Make the link", _ -> submit());
        done.setId("invite-make");
        done.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button("Cancel", _ -> close()), done);
    }

    /** All roles, each with what comes with it. */
    static void roles(RadioButtonGroup<Role> group) {
        group.setItems(Role.values());
        group.setItemLabelGenerator(one -> RoleWords.name(one) + ": " + RoleWords.may(one));
        group.addClassName("t-roles");
    }

    private void submit() {
        String wanted = name.getValue().strip();
        if (!Text.isLine(wanted, LONGEST)) {
            fail("Give a name of at most " + LONGEST + " characters.");
            return;
        }
        name.setInvalid(false);
        invite.invite(this, wanted, role.getValue());
    }

    /** The name cannot be taken. */
    void fail(String why) {
        name.setInvalid(true);
        name.setErrorMessage(why);
        name.focus();
    }
}
