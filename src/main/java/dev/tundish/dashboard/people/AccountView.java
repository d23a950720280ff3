package dev.tundish.dashboard.people;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import dev.tundish.access.Right;
import dev.tundish.access.Sessions;
import dev.tundish.dashboard.MainLayout;
import dev.tundish.dashboard.login.PasswordView;
import dev.tundish.dashboard.login.SignedIn;
import jakarta.annotation.security.RolesAllowed;

/** One's own account: what one may do, and where one is signed in. */
@Route(value = "account", layout = MainLayout.class)
@PageTitle("Your account · Tundish")
@RolesAllowed(Right.SEE_OWN_SESSIONS)
public class AccountView extends Div {

    private static final long serialVersionUID = 1;

    AccountView(Sessions sessions) {
        addClassNames("t-card", "t-narrow");
        SignedIn me = SignedIn.current().orElseThrow();
        add(
                new H1("Your account"),
                new Paragraph("You are “" + me.getUsername() + "”, " + RoleWords.name(me.role()) + ". "
                        + RoleWords.may(me.role())),
                new RouterLink("Change your password", PasswordView.class),
                new H2("Where you are signed in"),
                new Paragraph("End what you do not know, and change your password then."),
                new SessionList(sessions, me.getUsername()));
    }
}
