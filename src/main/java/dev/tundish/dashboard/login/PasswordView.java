package dev.tundish.dashboard.login;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.tundish.access.FirstStart;
import dev.tundish.access.PasswordRules;
import dev.tundish.access.Right;
import dev.tundish.access.Users;
import dev.tundish.dashboard.MainLayout;
import dev.tundish.dashboard.Waiting;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Where people change their password; at the first login they have to. */
@Route(value = "password", layout = MainLayout.class)
@PageTitle("Password · Tundish")
@RolesAllowed(Right.CHANGE_OWN_PASSWORD)
public class PasswordView extends Div {

    private static final long serialVersionUID = 1;

    private final transient Users users;
    private final transient PasswordEncoder passwords;
    private final transient FirstStart firstStart;
    private final PasswordField now = new PasswordField("Password until now");
    private final PasswordField next = new PasswordField("New password");
    private final PasswordField again = new PasswordField("New password, once more");

    public PasswordView(Users users, PasswordEncoder passwords, FirstStart firstStart) {
        this.users = users;
        this.passwords = passwords;
        this.firstStart = firstStart;
        addClassNames("t-card", "t-narrow");
        boolean must = SignedIn.current().map(SignedIn::mustChange).orElse(false);
        Button change = new Button("Change password", _ -> change());
        change.addThemeVariants(ButtonVariant.PRIMARY);
        change.addClickShortcut(Key.ENTER);
        change.setId("change-password");
        now.setId("password-now");
        next.setId("password-new");
        again.setId("password-again");
        next.setHelperText("At least " + PasswordRules.LEAST + " characters, and not your name.");
        add(
                new H1("Password"),
                new Paragraph(
                        must
                                ? "Your password was made for the first start. Choose one of your own before you go on."
                                : "Choose a new password."),
                now,
                next,
                again,
                change);
    }

    private void change() {
        SignedIn me = SignedIn.current().orElseThrow();
        String wanted = next.getValue();
        fail(now, null);
        fail(again, null);
        Optional<String> problem = PasswordRules.problem(me.getUsername(), wanted);
        fail(next, problem.orElse(null));
        if (problem.isPresent()) {
            return;
        }
        if (!wanted.equals(again.getValue())) {
            fail(again, "The two are not the same.");
            return;
        }
        boolean right = Waiting.on(users.find(me.getUsername()))
                .filter(user -> !user.passwordHash().isEmpty()) // they come through the identity provider
                .filter(user -> passwords.matches(now.getValue(), user.passwordHash()))
                .isPresent();
        if (!right) {
            fail(now, "That is not your password until now.");
            return;
        }
        if (wanted.equals(now.getValue())) {
            fail(next, "Choose another one than until now.");
            return;
        }
        Waiting.on(users.changePassword(me.getUsername(), passwords.encode(wanted), false, HeldSessions.mine()));
        if (FirstStart.ADMIN.equals(me.getUsername())) {
            forgetFirst();
        }
        me.changed();
        Notification.show("Your password is changed. On other browsers you have to sign in again.");
        UI.getCurrent().navigate("");
    }

    private void forgetFirst() {
        try {
            firstStart.forget();
        } catch (IOException kept) {
            throw new UncheckedIOException("The file with the first password cannot be removed", kept);
        }
    }

    private static void fail(PasswordField field, @org.jspecify.annotations.Nullable String why) {
        field.setInvalid(why != null);
        field.setErrorMessage(why == null ? "" : why);
    }
}
