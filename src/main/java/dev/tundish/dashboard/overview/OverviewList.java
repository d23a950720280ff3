package dev.tundish.dashboard.overview;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.function.SerializableConsumer;
import dev.tundish.dashboard.FedView;
import dev.tundish.dashboard.Page;
import reactor.core.publisher.Flux;

/** The rows. */
@Tag("tundish-overview")
@JsModule("./tundish/overview.ts")
class OverviewList extends FedView {

    private static final long serialVersionUID = 1;
    private static final String KEY = "event.detail.key";

    private final transient OverviewPages pages;
    private final SerializableConsumer<Boolean> filled;

    OverviewList(OverviewPages pages, SerializableConsumer<String> open, SerializableConsumer<Boolean> filled) {
        this.pages = pages;
        this.filled = filled;
        getElement()
                .addEventListener(
                        "open",
                        event -> open.accept(event.getEventData().path(KEY).asString("")))
                .addEventData(KEY);
    }

    @Override
    protected Flux<Page> pages() {
        return pages.all();
    }

    @Override
    protected void changed(Page page) {
        filled.accept("[]".equals(page.json()));
    }
}
