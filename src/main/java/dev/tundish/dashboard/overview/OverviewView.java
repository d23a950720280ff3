package dev.tundish.dashboard.overview;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import dev.tundish.access.Keys;
import dev.tundish.access.Right;
import dev.tundish.dashboard.MainLayout;
import dev.tundish.dashboard.campaign.CampaignView;
import jakarta.annotation.security.RolesAllowed;
import org.springframework.beans.factory.annotation.Value;

/** The first page: every campaign a row; in an empty system, how to send the first event. */
@Route(value = "", layout = MainLayout.class)
@PageTitle("Overview · Tundish")
@RolesAllowed(Right.SEE_CAMPAIGNS)
public class OverviewView extends Div implements BeforeEnterObserver {

    private static final long serialVersionUID = 1;

    private final FirstSteps firstSteps;
    private final OverviewList list;

    OverviewView(OverviewPages pages, Keys keys, @Value("${api.port:8081}") int apiPort) {
        addClassName("t-overview");
        firstSteps = new FirstSteps(keys, apiPort);
        firstSteps.setVisible(false);
        list = new OverviewList(pages, this::open, this::choose, this::filled);
        add(list, firstSteps);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        list.look(Look.of(event.getLocation().getQueryParameters()));
    }

    private void open(String key) {
        getUI().ifPresent(ui -> ui.navigate(CampaignView.class, new RouteParameters("key", key)));
    }

    /** Looks at other campaigns: by going to the address of that. What is typed makes no history letter by letter. */
    private void choose(Look look, boolean inPlace) {
        getUI().ifPresent(ui -> {
            if (inPlace) {
                ui.getPage().getHistory().replaceState(null, new Location("", look.parameters()));
                list.look(look);
            } else {
                ui.navigate(OverviewView.class, RouteParameters.empty(), look.parameters());
            }
        });
    }

    /** Whoever is in the middle of the first steps keeps them, also when the first campaign appears. */
    private void filled(boolean empty) {
        firstSteps.setVisible(empty || firstSteps.isUnderWay());
    }
}
