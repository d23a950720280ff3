package dev.tundish.dashboard.campaign;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.DomEventListener;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import dev.tundish.access.Right;
import dev.tundish.campaign.Campaign;
import dev.tundish.campaign.CampaignChanges;
import dev.tundish.campaign.Campaigns;
import dev.tundish.dashboard.FedView;
import dev.tundish.dashboard.MainLayout;
import dev.tundish.dashboard.Page;
import dev.tundish.dashboard.Waiting;
import dev.tundish.dashboard.login.SignedIn;
import jakarta.annotation.security.RolesAllowed;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A campaign's page: its live funnel, and what belongs to it. The address holds what is looked at. */
@Route(value = "campaigns/:key", layout = MainLayout.class)
@RolesAllowed(Right.SEE_CAMPAIGNS)
@Tag("tundish-campaign")
@JsModule("./tundish/campaign.ts")
public class CampaignView extends FedView implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(CampaignView.class);
    private static final String DETAIL = "event.detail.";
    private static final Answer WRITTEN = new Answer("done", "");

    private final transient Campaigns campaigns;
    private final transient CampaignChanges changes;
    private final transient CampaignPages pages;
    private final transient InstantSource clock;
    private transient @Nullable Campaign campaign;
    private transient Sight sight = Sight.WHOLE;
    private boolean names;
    private String othersOf = "";

    CampaignView(
            Campaigns campaigns,
            CampaignChanges changes,
            CampaignPages pages,
            InstantSource clock,
            @Value("${api.port:8081}") int apiPort) {
        this.campaigns = campaigns;
        this.changes = changes;
        this.pages = pages;
        this.clock = clock;
        getElement().setProperty("apiPort", apiPort);
        on("choose", List.of("query"), event -> choose(said(event, "query")));
        on(
                "change",
                List.of("by", "at", "what"),
                event -> change(new ChangeForm(said(event, "by"), said(event, "at"), said(event, "what"))));
        on("withdraw", List.of("id"), event -> withdraw(said(event, "id")));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String key = event.getRouteParameters().get("key").orElse("");
        campaign = Waiting.on(campaigns.find(key)).orElseThrow(NotFoundException::new);
        sight = Sight.of(event.getLocation().getQueryParameters());
        names = may(Right.SEE_LEADS);
        getElement().setProperty("mayLeads", names);
        getElement().setProperty("mayChange", may(Right.CHANGE_CAMPAIGNS));
        getElement()
                .setProperty("me", SignedIn.current().map(SignedIn::getUsername).orElse(""));
        if (!key.equals(othersOf)) {
            othersOf = key;
            getElement()
                    .setProperty(
                            "others", OthersJson.of(Waiting.on(campaigns.all().collectList()), key));
        }
        again();
    }

    /** Looks at something else: by going to the address of that. */
    void choose(String query) {
        Campaign here = campaign;
        if (here == null) {
            return;
        }
        Sight next = Sight.of(QueryParameters.fromString(query)).base();
        getUI().ifPresent(ui ->
                ui.navigate(CampaignView.class, new RouteParameters("key", here.key()), next.parameters()));
    }

    /** Somebody says what they changed. */
    void change(ChangeForm form) {
        Campaign here = campaign;
        if (here == null || !may(Right.CHANGE_CAMPAIGNS)) {
            return;
        }
        String fault = form.fault(clock.instant(), here.definition().zone());
        if (fault != null) {
            answer("fault", fault);
            return;
        }
        write(changes.add(here.id(), form.text(here.definition().zone()), me())
                .map(_ -> WRITTEN)
                .defaultIfEmpty(new Answer("fault", "There is no such campaign any more.")));
    }

    /** Somebody takes back what was said. */
    void withdraw(String id) {
        Campaign here = campaign;
        if (here != null && may(Right.CHANGE_CAMPAIGNS) && id.matches("[0-9]{1,18}")) {
            write(changes.withdraw(here.id(), Long.parseLong(id), me()).map(CampaignView::answer));
        }
    }

    /** What the page hears of its wish, and in which words. */
    private record Answer(String how, String words) {}

    private static Answer answer(CampaignChanges.Outcome outcome) {
        return switch (outcome) {
            case CampaignChanges.Outcome.Done _ -> WRITTEN;
            case CampaignChanges.Outcome.NotThere _ -> new Answer("fault", "Somebody has taken it back already.");
            case CampaignChanges.Outcome.Automatic _ ->
                new Answer("fault", "It says what happened to the campaign, and stays.");
        };
    }

    private void write(Mono<Answer> writing) {
        getUI().ifPresent(ui -> writing.subscribe(done -> ui.access(() -> answer(done.how(), done.words())), failed -> {
            LOG.warn("A change could not be written down", failed);
            ui.access(() -> answer("fault", "It could not be kept just now. Try again in a moment."));
        }));
    }

    /** The form hears what became of it. */
    private void answer(String how, String words) {
        getElement().callJsFunction("answered", how, words);
    }

    private static boolean may(String right) {
        return SignedIn.current().map(me -> me.may(right)).orElse(false);
    }

    private static String me() {
        return SignedIn.current().map(SignedIn::getUsername).orElse("");
    }

    private void on(String name, List<String> said, DomEventListener listener) {
        var registration = getElement().addEventListener(name, listener);
        said.forEach(one -> registration.addEventData(DETAIL + one));
    }

    private static String said(DomEvent event, String name) {
        return event.getEventData().path(DETAIL + name).asString("");
    }

    @Override
    protected Flux<Page> pages() {
        return campaign == null ? Flux.empty() : pages.of(campaign.id(), sight, names);
    }

    @Override
    public String getPageTitle() {
        return (campaign == null ? "Campaign" : campaign.definition().name()) + " · Tundish";
    }
}
