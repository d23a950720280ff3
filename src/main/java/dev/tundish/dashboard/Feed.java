package dev.tundish.dashboard;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/**
 * A web component that is fed while somebody looks: not while its tab is hidden, and never faster than the browser takes
 * it.
 */
public abstract class Feed<T> extends Component {

    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);

    private transient @Nullable Disposable feeding;
    private boolean seen = true;

    protected Feed() {
        getElement()
                .addEventListener(
                        "seen",
                        event -> seen(event.getEventData()
                                .path("event.detail.visible")
                                .asBoolean(true)))
                .addEventData("event.detail.visible");
    }

    /** What to show. */
    protected abstract Flux<T> pages();

    /** Shows it. */
    protected abstract void show(T page);

    /** Begins anew, with other pictures. */
    protected final void again() {
        stop();
        getUI().ifPresent(this::start);
    }

    /** The tab was shown or hidden. */
    public final void seen(boolean visible) {
        if (visible == seen) {
            return;
        }
        seen = visible;
        again();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        again();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        stop();
    }

    private void start(UI ui) {
        if (seen) {
            feeding = pages().onBackpressureLatest()
                    .subscribe(
                            page -> ui.access(() -> show(page)), broken -> LOG.warn("A page is no longer fed", broken));
        }
    }

    private void stop() {
        Disposable before = feeding;
        feeding = null;
        if (before != null) {
            before.dispose();
        }
    }
}
