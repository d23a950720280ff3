package dev.tundish.dashboard.campaigns;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.function.SerializableConsumer;
import dev.tundish.journal.Rebuilds;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** How far a rebuild is, while somebody looks; it goes on without. */
final class Refolding extends Div {

    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(Refolding.class);
    private static final Duration PACE = Duration.ofMillis(500);

    private final transient Rebuilds rebuilds;
    private final long id;
    private final SerializableConsumer<Rebuilds.Progress> ended;
    private final ProgressBar bar = new ProgressBar();
    private final Paragraph words = new Paragraph("It begins in a moment.");
    private transient @Nullable Disposable looking;

    Refolding(Rebuilds rebuilds, long id, SerializableConsumer<Rebuilds.Progress> ended) {
        this.rebuilds = rebuilds;
        this.id = id;
        this.ended = ended;
        addClassNames("t-card", "t-effect");
        setId("campaign-refolding");
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", "Leads counted anew");
        add(new H2("The campaign is counted anew"), bar, words);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        looking = Flux.interval(Duration.ZERO, PACE)
                .onBackpressureDrop()
                .concatMap(_ -> rebuilds.find(id).onErrorResume(failed -> {
                    LOG.debug("How far a rebuild is cannot be read", failed);
                    return Mono.empty();
                }))
                .distinctUntilChanged()
                .takeUntil(Refolding::isOver)
                .publishOn(Schedulers.boundedElastic()) // the page reads the campaign again then, and waits for it
                .subscribe(progress -> ui.access(() -> show(progress)));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (looking != null) {
            looking.dispose();
        }
    }

    private static boolean isOver(Rebuilds.Progress progress) {
        return progress.state().equals("done") || progress.state().equals("failed");
    }

    private void show(Rebuilds.Progress progress) {
        if (isOver(progress)) {
            ended.accept(progress);
            return;
        }
        boolean known = progress.leadsTotal() > 0;
        bar.setIndeterminate(!known);
        if (known) {
            bar.setMax(progress.leadsTotal());
            bar.setValue(Math.min(progress.leadsDone(), progress.leadsTotal()));
        }
        words.setText(Numbers.of(progress.leadsDone()) + " of " + Numbers.leads(progress.leadsTotal())
                + ". The numbers stay as they are until it is done; you can leave this page.");
    }
}
