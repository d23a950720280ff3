package dev.tundish.dashboard.campaigns;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import dev.tundish.access.Right;
import dev.tundish.campaign.Campaign;
import dev.tundish.campaign.Campaigns;
import dev.tundish.campaign.Campaigns.Saved;
import dev.tundish.campaign.Checked.Fault;
import dev.tundish.campaign.Definition;
import dev.tundish.campaign.Draft;
import dev.tundish.dashboard.MainLayout;
import dev.tundish.dashboard.Waiting;
import dev.tundish.grammar.Names;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a campaign: from nothing, or like another one, which it then follows. */
@Route(value = "campaigns/new", layout = MainLayout.class)
@RolesAllowed(Right.CHANGE_CAMPAIGNS)
public class NewCampaignView extends Editor {

    private static final long serialVersionUID = 1;

    private static final Draft NOTHING = new Draft(
            null,
            "sales-assisted",
            null,
            null,
            null,
            null,
            null,
            null,
            Map.of(),
            null,
            "qualified",
            false,
            null,
            List.of(),
            null,
            List.of(),
            false,
            null,
            null);

    private final transient Campaigns campaigns;
    private boolean like;

    NewCampaignView(Campaigns campaigns) {
        super("Make the campaign");
        this.campaigns = campaigns;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        List<Campaign> all = Waiting.on(campaigns.all().collectList()).orElse(List.of());
        Optional<Campaign> pattern = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("like")
                .flatMap(key ->
                        all.stream().filter(each -> each.key().equals(key)).findFirst());
        like = pattern.isPresent();
        CampaignForm form = new CampaignForm(null, all, me(), this::touched);
        // what is sent already names it so: see the page Incoming
        String key = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("key")
                .filter(Names::isCampaignKey)
                .orElse("");
        form.show(
                key,
                pattern.map(each -> Wish.like(each.definition(), each.key())).orElse(NOTHING),
                false);
        show(pattern.map(each -> "Like " + each.definition().name()).orElse("New campaign"), form);
        form.focusFirst();
        settled();
    }

    /** A new campaign begins in the zone of whoever makes it; one like another in that one's. */
    @Override
    protected void onAttach(AttachEvent event) {
        if (!like) {
            event.getUI().getPage().retrieveExtendedClientDetails(details -> {
                String zone = details.getTimeZoneId();
                if (zone != null && !isUnsaved()) {
                    form().proposeZone(zone);
                    settled();
                }
            });
        }
    }

    @Override
    void save(Definition definition) {
        String key = form().wish().key();
        Asked.of(
                this,
                campaigns.save(key, definition, Campaigns.NONE, false, me()),
                saved -> made(key, saved),
                () -> ready(""));
    }

    private void made(String key, Saved saved) {
        switch (saved) {
            case Saved.Created _ -> {
                settled();
                getUI().ifPresent(ui -> ui.navigate(EditCampaignView.class, new RouteParameters("key", key)));
            }
            case Saved.Refused(String field, String detail) -> {
                form().show(List.of(new Fault(field, detail + ".")));
                ready("Something is not right yet: see the fields marked.");
            }
            case Saved.Outdated _, Saved.Changed _, Saved.NeedsRebuild _, Saved.Rebuilding _, Saved.Busy _ -> {
                form().show(List.of(new Fault("key", "there is a campaign with this key already: choose another.")));
                ready("Something is not right yet: see the fields marked.");
            }
        }
    }

    @Override
    public String getPageTitle() {
        return "New campaign · Tundish";
    }
}
