package dev.tundish.dashboard.campaigns;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.tundish.access.Right;
import dev.tundish.dashboard.FedView;
import dev.tundish.dashboard.MainLayout;
import dev.tundish.dashboard.Page;
import jakarta.annotation.security.RolesAllowed;
import reactor.core.publisher.Flux;

/** Every campaign there is, to be found, changed, or taken as a pattern for the next one. */
@Route(value = "campaigns", layout = MainLayout.class)
@PageTitle("Campaigns · Tundish")
@RolesAllowed(Right.CHANGE_CAMPAIGNS)
@Tag("tundish-campaigns")
@JsModule("./tundish/campaigns.ts")
public class CampaignsView extends FedView {

    private static final long serialVersionUID = 1;
    private static final String PATH = "event.detail.path";

    private final transient CampaignRoll roll;

    CampaignsView(CampaignRoll roll) {
        this.roll = roll;
        getElement()
                .addEventListener(
                        "open", event -> open(event.getEventData().path(PATH).asString("")))
                .addEventData(PATH);
    }

    /** Only to campaigns: the address comes from the browser. */
    private void open(String path) {
        if (path.matches("campaigns/[a-z0-9-]{1,64}(/edit)?(\\?like=[a-z0-9-]{1,64})?")) {
            Location to = new Location(path);
            getUI().ifPresent(ui -> ui.navigate(to.getPath(), to.getQueryParameters()));
        }
    }

    @Override
    protected Flux<Page> pages() {
        return roll.all();
    }
}
