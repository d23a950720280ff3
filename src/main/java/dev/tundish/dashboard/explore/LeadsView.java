package dev.tundish.dashboard.explore;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.tundish.access.Right;
import dev.tundish.campaign.Campaign;
import dev.tundish.campaign.Campaigns;
import dev.tundish.dashboard.FedView;
import dev.tundish.dashboard.MainLayout;
import dev.tundish.dashboard.Page;
import dev.tundish.dashboard.Waiting;
import dev.tundish.dashboard.campaign.Sight;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** The leads behind a number: which number, the address says. */
@Route(value = "campaigns/:key/leads", layout = MainLayout.class)
@RolesAllowed(Right.SEE_LEADS)
@Tag("tundish-leads")
@JsModule("./tundish/leads.ts")
public class LeadsView extends FedView implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1;

    private final transient Campaigns campaigns;
    private final transient LeadsPages pages;
    private transient @Nullable Campaign campaign;
    private transient Sight sight = Sight.WHOLE;

    LeadsView(Campaigns campaigns, LeadsPages pages) {
        this.campaigns = campaigns;
        this.pages = pages;
        Way.open(getElement());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String key = event.getRouteParameters().get("key").orElse("");
        campaign = Waiting.on(campaigns.find(key)).orElseThrow(NotFoundException::new);
        sight = Sight.of(event.getLocation().getQueryParameters());
        again();
    }

    @Override
    protected Flux<Page> pages() {
        return campaign == null ? Flux.empty() : pages.of(campaign.id(), sight);
    }

    @Override
    public String getPageTitle() {
        return "Leads · " + (campaign == null ? "" : campaign.definition().name() + " · ") + "Tundish";
    }
}
