package dev.tundish.dashboard.login;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.tundish.access.FirstStart;
import dev.tundish.access.PasswordRules;
import dev.tundish.access.Team;
import dev.tundish.dashboard.Asking;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Where a link leads: whoever holds it chooses a password. What makes the link stands behind the {@code #} of the address,
 * which browsers send to nobody; the page hands it over, and takes it out of the address.
 */
@Route(value = "welcome", autoLayout = false)
@PageTitle("Welcome · Tundish")
@AnonymousAllowed
@Tag("main")
public class WelcomeView extends Main {

    private static final long serialVersionUID = 1;

    private final transient Team team;
    private final transient PasswordEncoder passwords;
    private final transient FirstStart firstStart;
    private final Div box = new Div();
    private final PasswordField next = new PasswordField("New password");
    private final PasswordField again = new PasswordField("New password, once more");

    WelcomeView(Team team, PasswordEncoder passwords, FirstStart firstStart) {
        this.team = team;
        this.passwords = passwords;
        this.firstStart = firstStart;
        addClassName("t-login");
        box.addClassNames("t-login-box", "t-narrow");
        box.setId("content");
        next.setId("password-new");
        again.setId("password-again");
        next.setHelperText("At least " + PasswordRules.LEAST + " characters, and not your name.");
        add(box);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI()
                .getPage()
                .executeJs(
                        "const said = location.hash.slice(1); history.replaceState(history.state, '', location.pathname);"
                                + " return said")
                .then(String.class, this::open);
    }

    /** Somebody came by the link with this secret. */
    void open(String secret) {
        Asking.of(this, team.opened(secret), this::ask, this::sayNo);
    }

    private void sayNo() {
        box.removeAll();
        box.add(
                new H1("This link is not good any more"),
                new Paragraph("It was used already, it is too old, or another one was sent after it. "
                        + "Ask whoever sent it to you for a new one."),
                new Anchor("/login", "To the login"));
    }

    private void ask(Team.Link link) {
        Button choose = new Button("Choose this password", _ -> choose(link));
        choose.setId("choose-password");
        choose.addThemeVariants(ButtonVariant.PRIMARY);
        choose.addClickShortcut(Key.ENTER);
        box.removeAll();
        box.add(
                new H1("Welcome, " + link.user()),
                new Paragraph("Choose a password. You log in with it, and with the name “" + link.user() + "”."),
                next,
                again,
                choose);
        next.focus();
    }

    private void choose(Team.Link link) {
        String wanted = next.getValue();
        String problem = PasswordRules.problem(link.user(), wanted).orElse(null);
        next.setInvalid(problem != null);
        next.setErrorMessage(problem);
        boolean differ = problem == null && !wanted.equals(again.getValue());
        again.setInvalid(differ);
        again.setErrorMessage("The two are not the same.");
        if (problem == null && !differ) {
            Asking.of(this, team.choose(link.secret(), passwords.encode(wanted)), this::done, this::sayNo);
        }
    }

    private void done(String user) {
        if (FirstStart.ADMIN.equals(user)) {
            try {
                firstStart.forget();
            } catch (IOException kept) {
                throw new UncheckedIOException("The file with the first password cannot be removed", kept);
            }
        }
        box.removeAll();
        Anchor in = new Anchor("/login", "Log in");
        in.setId("to-login");
        box.add(
                new H1("That is your password now"),
                new Paragraph("Log in with the name “" + user + "” and with it."),
                in);
        in.focus();
    }
}
