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

/** One lead's journey, event by event. Its address holds the lead's number: names may be those of people. */
@Route(value = "campaigns/:key/leads/:number", layout = MainLayout.class)
@RolesAllowed(Right.SEE_LEADS)
@Tag("tundish-journey")
@JsModule("./tundish/journey.ts")
public class JourneyView extends FedView implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1;

    private final transient Campaigns campaigns;
    private final transient JourneyPages pages;
    private final transient ErasePerson erasing;
    private transient @Nullable Campaign campaign;
    private int number;

    JourneyView(Campaigns campaigns, JourneyPages pages, ErasePerson erasing) {
        this.campaigns = campaigns;
        this.pages = pages;
        this.erasing = erasing;
        getElement().addEventListener("erase", _ -> erase());
        Way.open(getElement());
    }

    /** Somebody wants the person erased who this lead is. */
    void erase() {
        Campaign here = campaign;
        if (here != null) {
            erasing.ask(this, here.id(), here.key(), number, pages.name(here.id(), number));
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String key = event.getRouteParameters().get("key").orElse("");
        number = event.getRouteParameters()
                .get("number")
                .filter(digits -> digits.matches("0|[1-9][0-9]{0,8}"))
                .map(Integer::parseInt)
                .orElseThrow(NotFoundException::new);
        campaign = Waiting.on(campaigns.find(key)).orElseThrow(NotFoundException::new);
        String _ = Waiting.on(pages.name(campaign.id(), number)).orElseThrow(NotFoundException::new);
        getElement().setProperty("mayErase", ErasePerson.may());
        // Back to the list that one came from: its address is this one's, but for the lead.
        getElement()
                .setProperty(
                        "from",
                        Sight.of(event.getLocation().getQueryParameters()).query());
        again();
    }

    @Override
    protected Flux<Page> pages() {
        return campaign == null ? Flux.empty() : pages.of(campaign.id(), number);
    }

    @Override
    public String getPageTitle() {
        String name = campaign == null ? "" : campaign.definition().name() + " · ";
        return "Lead " + number + " · " + name + "Tundish";
    }
}
