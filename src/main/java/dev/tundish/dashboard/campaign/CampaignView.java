package dev.tundish.dashboard.campaign;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import dev.tundish.access.Right;
import dev.tundish.campaign.Campaign;
import dev.tundish.campaign.Campaigns;
import dev.tundish.dashboard.FedView;
import dev.tundish.dashboard.MainLayout;
import dev.tundish.dashboard.Page;
import dev.tundish.dashboard.Waiting;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import reactor.core.publisher.Flux;

/** A campaign's page: its live funnel, and what belongs to it. The address holds what is looked at. */
@Route(value = "campaigns/:key", layout = MainLayout.class)
@RolesAllowed(Right.SEE_CAMPAIGNS)
@Tag("tundish-campaign")
@JsModule("./tundish/campaign.ts")
public class CampaignView extends FedView implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1;
    private static final String CHOICE = "event.detail.";

    private final transient Campaigns campaigns;
    private final transient CampaignPages pages;
    private transient @Nullable Campaign campaign;
    private Sight sight = Sight.WHOLE;

    CampaignView(Campaigns campaigns, CampaignPages pages, @Value("${api.port:8081}") int apiPort) {
        this.campaigns = campaigns;
        this.pages = pages;
        getElement().setProperty("apiPort", apiPort);
        getElement()
                .addEventListener(
                        "choose",
                        event -> choose(
                                event.getEventData().path(CHOICE + "range").asString(""),
                                event.getEventData().path(CHOICE + "mode").asString("")))
                .addEventData(CHOICE + "range")
                .addEventData(CHOICE + "mode");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String key = event.getRouteParameters().get("key").orElse("");
        campaign = Waiting.on(campaigns.find(key)).orElseThrow(NotFoundException::new);
        sight = Sight.of(event.getLocation().getQueryParameters());
        again();
    }

    /** Looks at another time, or counts otherwise: by going to the address of that. */
    void choose(String range, String mode) {
        Campaign here = campaign;
        if (here == null) {
            return;
        }
        Sight next = Sight.of(Range.of(range), mode);
        getUI().ifPresent(ui ->
                ui.navigate(CampaignView.class, new RouteParameters("key", here.key()), next.parameters()));
    }

    @Override
    protected Flux<Page> pages() {
        return campaign == null ? Flux.empty() : pages.of(campaign.id(), sight);
    }

    @Override
    public String getPageTitle() {
        return (campaign == null ? "Campaign" : campaign.definition().name()) + " · Tundish";
    }
}
