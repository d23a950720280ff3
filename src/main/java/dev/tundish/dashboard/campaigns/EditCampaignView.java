package dev.tundish.dashboard.campaigns;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import dev.tundish.access.Keys;
import dev.tundish.access.Right;
import dev.tundish.campaign.Campaign;
import dev.tundish.campaign.Campaigns;
import dev.tundish.campaign.Campaigns.Saved;
import dev.tundish.campaign.Checked.Fault;
import dev.tundish.campaign.Definition;
import dev.tundish.dashboard.MainLayout;
import dev.tundish.dashboard.Waiting;
import dev.tundish.dashboard.campaign.CampaignView;
import dev.tundish.journal.FlowTrials;
import dev.tundish.journal.Rebuilds;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import reactor.core.Disposable;

/** Changes a campaign. What a change of the stages does to the numbers is said first, and is then seen to come true. */
@Route(value = "campaigns/:key/edit", layout = MainLayout.class)
@RolesAllowed(Right.CHANGE_CAMPAIGNS)
public class EditCampaignView extends Editor {

    private static final long serialVersionUID = 1;

    private final transient Campaigns campaigns;
    private final transient FlowTrials trials;
    private final transient Rebuilds rebuilds;
    private final transient Keys keys;
    private final int apiPort;
    private final Effect effect = new Effect();
    private transient @Nullable Campaign campaign;
    private transient @Nullable Disposable reading;
    private long events;

    EditCampaignView(
            Campaigns campaigns,
            FlowTrials trials,
            Rebuilds rebuilds,
            Keys keys,
            @Value("${api.port:8081}") int apiPort) {
        super("Save");
        this.campaigns = campaigns;
        this.trials = trials;
        this.rebuilds = rebuilds;
        this.keys = keys;
        this.apiPort = apiPort;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String key = event.getRouteParameters().get("key").orElse("");
        load(Waiting.on(campaigns.find(key)).orElseThrow(NotFoundException::new));
    }

    /** Shows the campaign as it is, and what goes on with it. */
    private void load(Campaign now) {
        campaign = now;
        events = Waiting.on(trials.events(now.id())).orElse(0L);
        CampaignForm form = new CampaignForm(
                now, Waiting.on(campaigns.all().collectList()).orElse(List.of()), me(), this::recounted);
        form.show(now.key(), Wish.of(now.definition()), true);
        effect.nothing();
        List<Component> cards = new ArrayList<>();
        Waiting.on(rebuilds.underWay(now.id())).ifPresent(running -> cards.add(refolding(running.id())));
        if (events == 0) {
            cards.add(new FirstEvent(keys, apiPort, now.key()));
        }
        cards.add(effect);
        show(now.definition().name(), form, cards.toArray(Component[]::new));
        RouterLink page = new RouterLink("Its page", CampaignView.class, new RouteParameters("key", now.key()));
        RouterLink like = new RouterLink("Make one like this", NewCampaignView.class);
        like.setQueryParameters(QueryParameters.simple(Map.of("like", now.key())));
        headed(page, like);
        settled();
        ready("");
    }

    /** The stages, the hand-over or the reasons are others: says what that does, once the log has been read. */
    private void recounted() {
        touched();
        if (reading != null) {
            reading.dispose();
        }
        Definition is = here().definition();
        Definition wanted = form().counted().orElse(null);
        if (events == 0 || wanted != null && wanted.countsLike(is)) {
            effect.nothing();
        } else if (wanted == null) {
            effect.unclear();
        } else {
            effect.counting();
            reading = Asked.of(
                    this,
                    trials.of(here().id(), is.flow(), wanted.flow()),
                    trial -> effect.show(trial, is, wanted),
                    effect::failed);
        }
    }

    @Override
    void save(Definition definition) {
        if (events > 0 && !definition.countsLike(here().definition())) {
            ask(definition);
        } else {
            save(definition, here().revision(), false);
        }
    }

    private void ask(Definition definition) {
        Asked.of(
                this,
                trials.of(here().id(), here().definition().flow(), definition.flow()),
                trial -> new RebuildQuestion(
                                trial,
                                here().definition(),
                                definition,
                                () -> save(definition, here().revision(), true),
                                () -> ready(""))
                        .open(),
                () -> ready(""));
    }

    private void save(Definition definition, int revision, boolean rebuild) {
        Asked.of(
                this,
                campaigns.save(here().key(), definition, revision, rebuild, me()),
                saved -> saved(definition, saved),
                () -> ready(""));
    }

    private void saved(Definition definition, Saved saved) {
        switch (saved) {
            case Saved.Created(Campaign now) -> load(now);
            case Saved.Changed(Campaign now) -> {
                load(now);
                ready("Saved.");
            }
            case Saved.NeedsRebuild(long since) -> {
                events = since;
                ask(definition);
            }
            case Saved.Rebuilding(long rebuild, Campaign now) -> {
                rebuilds.run(rebuild);
                settled();
                show(now.definition().name(), form(), refolding(rebuild));
                ready("");
            }
            case Saved.Busy(long rebuild) -> {
                Notification.show("The campaign is being counted anew just now. Save again when that is done.");
                ready("");
                show(here().definition().name(), form(), refolding(rebuild), effect);
            }
            case Saved.Refused(String field, String detail) -> {
                form().show(List.of(new Fault(field, detail + ".")));
                ready("Something is not right yet: see the fields marked.");
            }
            case Saved.Outdated(Integer revision) -> conflict(definition, revision);
        }
    }

    /** Somebody else was faster. Nothing is lost: the choice is said in words. */
    private void conflict(Definition mine, @Nullable Integer revision) {
        if (revision == null) {
            Notification.show("This campaign is not there any more.");
            ready("");
            return;
        }
        Conflict conflict = new Conflict(
                () -> Asked.of(this, campaigns.find(here().key()), this::load, () -> {}),
                () -> Asked.of(
                        this,
                        campaigns.find(here().key()),
                        theirs -> {
                            campaign = theirs;
                            save(mine);
                        },
                        () -> ready("")),
                () -> ready("Not saved: somebody else changed the campaign meanwhile."));
        conflict.open();
    }

    private Refolding refolding(long rebuild) {
        return new Refolding(rebuilds, rebuild, over -> {
            if (over.state().equals("failed")) {
                String why = over.problem() == null ? "The campaign could not be counted anew." : over.problem();
                unsettled();
                show(here().definition().name(), form(), effect);
                ready(why);
            } else if (isUnsaved()) {
                ready("The campaign was counted anew meanwhile.");
            } else {
                Asked.of(this, campaigns.find(here().key()), this::counted, () -> {});
            }
        });
    }

    private void counted(Campaign now) {
        load(now);
        ready("Saved, and counted anew.");
    }

    private Campaign here() {
        return java.util.Objects.requireNonNull(campaign, "no campaign is shown");
    }

    @Override
    public String getPageTitle() {
        return (campaign == null ? "Campaign" : campaign.definition().name()) + " · Tundish";
    }
}
