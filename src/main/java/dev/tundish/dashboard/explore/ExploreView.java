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
import dev.tundish.dashboard.login.SignedIn;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Where a campaign's funnel leaks, for whom, and why. The address holds the step, the filter and the breakdown. */
@Route(value = "campaigns/:key/explore", layout = MainLayout.class)
@RolesAllowed(Right.SEE_CAMPAIGNS)
@Tag("tundish-explore")
@JsModule("./tundish/explore.ts")
public class ExploreView extends FedView implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1;

    private final transient Campaigns campaigns;
    private final transient ExplorePages pages;
    private transient @Nullable Campaign campaign;
    private transient Sight sight = Sight.WHOLE;

    ExploreView(Campaigns campaigns, ExplorePages pages) {
        this.campaigns = campaigns;
        this.pages = pages;
        getElement()
                .setProperty(
                        "seesLeads",
                        SignedIn.current().map(me -> me.may(Right.SEE_LEADS)).orElse(false));
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
        return "Where it leaks · "
                + (campaign == null ? "" : campaign.definition().name() + " · ") + "Tundish";
    }
}
