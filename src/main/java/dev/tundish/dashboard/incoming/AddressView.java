package dev.tundish.dashboard.incoming;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import dev.tundish.access.Right;
import dev.tundish.campaign.Campaign;
import dev.tundish.campaign.Campaigns;
import dev.tundish.dashboard.MainLayout;
import dev.tundish.dashboard.Waiting;
import dev.tundish.dashboard.login.SignedIn;
import dev.tundish.incoming.Address;
import dev.tundish.incoming.Addresses;
import dev.tundish.incoming.Group;
import dev.tundish.incoming.Incoming;
import dev.tundish.incoming.Mapping;
import dev.tundish.incoming.Picture;
import dev.tundish.incoming.Replays;
import jakarta.annotation.security.RolesAllowed;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One inbound address: what it is called, what came to it last, and what that means. */
@Route(value = "incoming/:id([0-9a-f-]{36})", layout = MainLayout.class)
@RolesAllowed(Right.CHANGE_INCOMING)
public class AddressView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(AddressView.class);

    private final transient Addresses addresses;
    private final transient Incoming incoming;
    private final transient Replays replays;
    private final transient Campaigns campaigns;
    private final transient InstantSource clock;
    private final H1 title = new H1();
    private final Paragraph facts = new Paragraph();
    private final Div body = new Div();
    private final Div waiting = new Div();
    private final Paragraph kept = new Paragraph();
    private final Button again = new Button("Take them in now");
    private transient @Nullable Address address;
    private transient @Nullable MappingPart mapping;
    private transient List<Group> groups = List.of();
    private transient @Nullable Disposable watching;

    AddressView(Addresses addresses, Incoming incoming, Replays replays, Campaigns campaigns, InstantSource clock) {
        this.addresses = addresses;
        this.incoming = incoming;
        this.replays = replays;
        this.campaigns = campaigns;
        this.clock = clock;
        addClassNames("t-import", "t-address");
        facts.setId("address-facts");
        facts.addClassName("t-facts");
        RouterLink back = new RouterLink("All that comes in", IncomingView.class);
        back.addClassName("t-back");
        body.addClassName("t-import-map");
        waiting.addClassName("t-card");
        waiting.setId("address-kept");
        again.setId("address-again");
        again.addThemeVariants(ButtonVariant.PRIMARY);
        again.addClickListener(_ -> again());
        waiting.add(new H2("Kept, and not yet taken"), kept, again);
        waiting.setVisible(false);
        add(new Div(back, title, facts), waiting, body);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        UUID id = event.getRouteParameters().get("id").map(AddressView::id).orElseThrow(NotFoundException::new);
        show(Waiting.on(load(id)).orElseThrow(NotFoundException::new));
    }

    private record Loaded(Address address, List<Campaign> campaigns, List<Addresses.Body> bodies) {}

    private Mono<Loaded> load(UUID id) {
        return Mono.zip(
                        addresses.find(id).filter(found -> found.revokedAt() == null),
                        campaigns.all().collectList(),
                        addresses.bodies(id).collectList())
                .map(all -> new Loaded(all.getT1(), all.getT2(), all.getT3()));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw new NotFoundException();
        }
    }

    private void show(Loaded loaded) {
        Address found = loaded.address();
        address = found;
        title.setText(found.name());
        facts.setText(
                found.version() == 0
                        ? "Nobody has said yet what its fields mean. What comes is kept until then."
                        : "Its fields were mapped; this is version " + found.version() + ".");
        body.removeAll();
        mapping = null;
        Div empty = new Div(
                new H2("Nothing has come yet"),
                new Paragraph(
                        "Send one lead: submit the form once, or press “send test” in the tool. It appears here by itself."));
        empty.addClassName("t-card");
        empty.setId("address-empty");
        if (loaded.bodies().isEmpty() && found.mapping() == null) {
            body.add(empty);
        } else {
            mapping = new MappingPart(found, loaded.campaigns(), clock, this::save);
            mapping.show(loaded.bodies());
            body.add(mapping);
        }
        body.add(new SetupPart(addresses, found, this::reload));
    }

    private void reload() {
        Address here = Objects.requireNonNull(address);
        Answered.of(this, load(here.id()), this::show);
    }

    private void save(Mapping next) {
        Address here = Objects.requireNonNull(address);
        String by = SignedIn.current().map(SignedIn::getUsername).orElse("");
        Answered.of(this, addresses.map(here.id(), here.version(), next, by).defaultIfEmpty(0), version -> {
            if (version == 0) {
                Notification.show(
                        "Somebody else saved another one meanwhile. Load this page anew to see it; yours is not saved.");
                Objects.requireNonNull(mapping).ready();
            } else {
                Notification.show("Saved. What comes from now on is read like this.");
                reload();
            }
        });
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        UUID id = Objects.requireNonNull(address).id();
        watching = incoming.watch()
                .onBackpressureLatest()
                .concatMap(picture -> addresses.bodies(id).collectList().map(last -> new News(picture, last)), 1)
                .subscribe(
                        news -> ui.access(() -> show(news, new IncomingWords(ui.getLocale()))),
                        broken -> LOG.warn("An address's page is no longer fed", broken));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (watching != null) {
            watching.dispose();
        }
    }

    private record News(Picture picture, List<Addresses.Body> bodies) {}

    private void show(News news, IncomingWords words) {
        Address here = Objects.requireNonNull(address);
        groups = news.picture().groups().stream()
                .filter(group -> group.source().equals(here.source()))
                .filter(group -> !group.sample().refused().body().isEmpty())
                .toList();
        long count = groups.stream().mapToLong(Group::count).sum();
        waiting.setVisible(count > 0);
        kept.setText(
                words.number(count) + (count == 1 ? " body was" : " bodies were")
                        + " refused. Once it is said what the fields mean, they can be taken in: each counts at the time it came.");
        again.setVisible(here.version() > 0);
        again.setText(count == 1 ? "Take it in now" : "Take all " + words.number(count) + " in now");
        if (mapping != null) {
            mapping.show(news.bodies());
        } else if (!news.bodies().isEmpty()) {
            reload();
        }
    }

    private void again() {
        IncomingWords words = new IncomingWords(UI.getCurrent().getLocale());
        Answered.of(
                this,
                Flux.fromIterable(groups)
                        .concatMap(replays::again)
                        .reduce(Replays.Result::plus)
                        .map(words::result),
                sentence -> Notification.show(sentence));
    }

    @Override
    public String getPageTitle() {
        return (address == null ? "Incoming" : address.name()) + " · Tundish";
    }
}
