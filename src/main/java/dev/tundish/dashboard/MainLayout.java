package dev.tundish.dashboard;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.HighlightConditions;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.tundish.access.Right;
import dev.tundish.dashboard.campaigns.CampaignsView;
import dev.tundish.dashboard.imports.ImportView;
import dev.tundish.dashboard.incoming.IncomingView;
import dev.tundish.dashboard.keys.KeysView;
import dev.tundish.dashboard.login.SignedIn;
import dev.tundish.dashboard.overview.OverviewView;
import dev.tundish.dashboard.people.UsersView;
import org.jspecify.annotations.Nullable;

/**
 * The frame of every page: the name, the way around, who one is; and the banner that says when news stops coming. Open to
 * all, because what it frames says who may see it.
 */
@JsModule("./tundish/watch.ts")
@JsModule("./tundish/user-menu.ts")
@AnonymousAllowed
public class MainLayout extends Div implements RouterLayout {

    private static final long serialVersionUID = 1;

    private final Main main = new Main();

    public MainLayout(Instance instance) {
        addClassName("t-frame");
        Element banner = new Element("tundish-banner");
        banner.setAttribute("instance", instance.id());
        getElement().appendChild(banner);
        Header header = new Header();
        header.addClassName("t-header");
        Anchor skip = new Anchor("#content", "Skip to the content");
        skip.addClassName("t-skip");
        RouterLink home = new RouterLink(OverviewView.class);
        home.addClassName("t-brand");
        home.getElement().appendChild(new Element("tundish-mark"));
        home.add(new Span("Tundish"));
        Nav nav = new Nav();
        nav.setAriaLabel("Pages");
        nav.add(link("Overview", OverviewView.class));
        SignedIn.current().ifPresent(me -> {
            if (me.may(Right.CHANGE_CAMPAIGNS)) {
                nav.add(link("Campaigns", CampaignsView.class));
            }
            if (me.may(Right.IMPORT)) {
                nav.add(link("Import", ImportView.class));
            }
            if (me.may(Right.SEE_LEADS)) {
                nav.add(link("Incoming", IncomingView.class));
            }
            if (me.may(Right.MANAGE_KEYS)) {
                nav.add(link("Keys", KeysView.class));
            }
            if (me.may(Right.MANAGE_USERS)) {
                nav.add(link("Users", UsersView.class));
            }
        });
        header.add(skip, home, nav);
        SignedIn.current().ifPresent(me -> header.getElement().appendChild(menu(me)));
        main.setId("content");
        main.addClassName("t-main");
        add(header, main);
    }

    private static RouterLink link(String words, Class<? extends com.vaadin.flow.component.Component> page) {
        RouterLink link = new RouterLink(words, page);
        link.setHighlightCondition(HighlightConditions.sameLocation());
        return link;
    }

    private static Element menu(SignedIn me) {
        Element menu = new Element("tundish-user-menu");
        menu.setAttribute("user", me.getUsername());
        menu.setAttribute("role-name", me.role().code());
        return menu;
    }

    @Override
    public void showRouterLayoutContent(@Nullable HasElement content) {
        if (content != null) {
            main.getElement().removeAllChildren();
            main.getElement().appendChild(content.getElement());
        }
    }
}
