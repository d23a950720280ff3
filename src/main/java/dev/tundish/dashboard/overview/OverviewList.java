package dev.tundish.dashboard.overview;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.function.SerializableBiConsumer;
import com.vaadin.flow.function.SerializableConsumer;
import dev.tundish.dashboard.Feed;
import dev.tundish.dashboard.login.SignedIn;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rows. */
@Tag("tundish-overview")
@JsModule("./tundish/overview.ts")
class OverviewList extends Feed<OverviewPage> {

    private static final long serialVersionUID = 1;
    private static final String DETAIL = "event.detail.";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final transient OverviewPages pages;
    private final transient News news = new News();
    private final SerializableConsumer<Boolean> filled;
    private transient Look look = Look.USUAL;
    private transient @Nullable OverviewPage shown;

    /**
     * @param open a campaign was chosen, by its key
     * @param choose another look was chosen; true: it takes the place of this one in the history
     * @param filled whether there is no campaign at all
     */
    OverviewList(
            OverviewPages pages,
            SerializableConsumer<String> open,
            SerializableBiConsumer<Look, Boolean> choose,
            SerializableConsumer<Boolean> filled) {
        this.pages = pages;
        this.filled = filled;
        SignedIn.current().ifPresent(me -> getElement().setProperty("me", me.getUsername()));
        listen("open", event -> open.accept(text(event, "key")), "key");
        listen(
                "look",
                event -> choose.accept(chosen(event), detail(event, "replace").asBoolean(false)),
                "state",
                "mine",
                "tags",
                "text",
                "replace");
        listen("whole", _ -> whole());
    }

    private void listen(String name, SerializableConsumer<DomEvent> heard, String... details) {
        var registration = getElement().addEventListener(name, heard::accept);
        for (String detail : details) {
            registration.addEventData(DETAIL + detail);
        }
    }

    /** Shows other campaigns. */
    void look(Look next) {
        look = next;
        getElement().setProperty("look", JSON.writeValueAsString(new Said(next)));
        tell();
    }

    private record Said(String state, boolean mine, List<String> tags, String text) {
        private Said(Look look) {
            this(look.stateCode(), look.mine(), look.tags(), look.text());
        }
    }

    @Override
    protected Flux<OverviewPage> pages() {
        return pages.all();
    }

    @Override
    protected void show(OverviewPage page) {
        shown = page;
        tell();
        filled.accept(page.rows().isEmpty());
        getElement().setProperty("completeTo", page.completeTo());
    }

    /** The browser missed something. */
    private void whole() {
        news.forget();
        tell();
    }

    private void tell() {
        OverviewPage page = shown;
        String next = page == null ? null : news.of(page, look.state());
        if (next != null) {
            getElement().setProperty("news", next);
        }
    }

    private static Look chosen(DomEvent event) {
        List<String> tags = new ArrayList<>();
        detail(event, "tags").forEach(tag -> tags.add(tag.asString("")));
        return Look.of(text(event, "state"), detail(event, "mine").asBoolean(false), tags, text(event, "text"));
    }

    private static String text(DomEvent event, String name) {
        return detail(event, name).asString("");
    }

    private static JsonNode detail(DomEvent event, String name) {
        return event.getEventData().path(DETAIL + name);
    }
}
