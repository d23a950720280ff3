package dev.tundish.dashboard.people;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import dev.tundish.access.Member;
import dev.tundish.access.Right;
import dev.tundish.access.Role;
import dev.tundish.access.Sessions;
import dev.tundish.access.Team;
import dev.tundish.dashboard.Asking;
import dev.tundish.dashboard.MainLayout;
import dev.tundish.dashboard.login.SignedIn;
import jakarta.annotation.security.RolesAllowed;

/** The people who may look: invite, change, shut out. */
@Route(value = "users", layout = MainLayout.class)
@PageTitle("Users · Tundish")
@RolesAllowed(Right.MANAGE_USERS)
public class UsersView extends Div implements UserDialog.Wishes {

    private static final long serialVersionUID = 1;

    private final transient Team team;
    private final transient Sessions sessions;
    private final Grid<Member> list = new Grid<>();

    UsersView(Team team, Sessions sessions) {
        this.team = team;
        this.sessions = sessions;
        addClassName("t-page");
        Button invite = new Button("Invite somebody", _ -> ask());
        invite.setId("invite");
        invite.addThemeVariants(ButtonVariant.PRIMARY);
        Div head = new Div(new H1("Users"), invite);
        head.addClassName("t-head");
        list.setId("users");
        list.addThemeVariants(GridVariant.NO_BORDER);
        list.setAllRowsVisible(true);
        list.setSelectionMode(Grid.SelectionMode.NONE);
        list.addColumn(Member::name).setHeader("Name").setFlexGrow(2);
        list.addColumn(member -> RoleWords.name(member.role()))
                .setHeader("Role")
                .setFlexGrow(1);
        list.addComponentColumn(UsersView::state).setHeader("Stands").setFlexGrow(2);
        list.addComponentColumn(UsersView::seen).setHeader("Last seen").setFlexGrow(1);
        list.addComponentColumn(this::change).setHeader("").setFlexGrow(0).setAutoWidth(true);
        Div card = new Div(list);
        card.addClassNames("t-card", "t-table");
        Paragraph log =
                new Paragraph(new RouterLink("Audit log", AuditView.class), new Span(": who did what, and when."));
        add(
                head,
                new Paragraph("Whoever is invited gets a link from you, chooses a password by it, and is in."),
                card,
                log);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        load();
    }

    private void load() {
        Asking.of(this, team.all().collectList(), list::setItems, () -> {});
    }

    private static Component state(Member member) {
        String words = RoleWords.state(member.state());
        return member.linkUntil() == null
                ? new Span(words)
                : new Span(new Span(words + ". Link good until "), new When(member.linkUntil()));
    }

    private static Component seen(Member member) {
        return member.seenAt() == null ? new Span("never") : new When(member.seenAt());
    }

    private Component change(Member member) {
        Button change = new Button(
                "Change", _ -> new UserDialog(member, new SessionList(sessions, member.name()), this).open());
        change.addThemeVariants(ButtonVariant.TERTIARY);
        change.setAriaLabel("Change " + member.name());
        return change;
    }

    private void ask() {
        new InviteForm((form, name, role) -> Asking.of(
                        this,
                        team.invite(name, role, me()),
                        link -> {
                            form.close();
                            shown(link);
                        },
                        () -> form.fail("There is somebody of this name already. Give another one.")))
                .open();
    }

    private void shown(Team.Link link) {
        new LinkDialog(link).open();
        load();
    }

    @Override
    public void link(Member member) {
        Asking.of(this, team.link(member.name(), me()), this::shown, this::load);
    }

    @Override
    public void role(Member member, Role role) {
        Asking.of(
                this,
                team.changeRole(member.name(), role, me()),
                done -> said(done, member.name() + " is now: " + RoleWords.name(role) + "."),
                () -> {});
    }

    @Override
    public void readmit(Member member) {
        Asking.of(
                this,
                team.readmit(member.name(), me()),
                done -> said(done, member.name() + " may log in again."),
                () -> {});
    }

    @Override
    public void deactivate(Member member) {
        Asking.of(
                this,
                team.deactivate(member.name(), me()),
                done -> said(done, member.name() + " is shut out."),
                () -> {});
    }

    private void said(Team.Done done, String words) {
        Notification.show(
                switch (done) {
                    case DONE -> words;
                    case NOT_THERE -> "There is no such user any more.";
                    case LAST_ADMIN -> "This is the last administrator who is in. Make somebody else one first.";
                });
        load();
    }

    private static String me() {
        return SignedIn.current().map(SignedIn::getUsername).orElseThrow();
    }
}
