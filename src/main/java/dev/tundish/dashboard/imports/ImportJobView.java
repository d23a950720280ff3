package dev.tundish.dashboard.imports;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
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
import dev.tundish.imports.Import;
import dev.tundish.imports.Imports;
import dev.tundish.imports.Mapping;
import dev.tundish.imports.Preview;
import dev.tundish.imports.Proposal;
import dev.tundish.imports.Row;
import jakarta.annotation.security.RolesAllowed;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;

/** One file: what its columns mean, then how far it has come, then what became of it. The address holds which one. */
@Route(value = "import/:id([0-9]{1,9})", layout = MainLayout.class)
@RolesAllowed(Right.IMPORT)
public class ImportJobView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(ImportJobView.class);

    private final transient Imports imports;
    private final transient Campaigns campaigns;
    private final transient InstantSource clock;
    private final Paragraph facts = new Paragraph();
    private final H1 title = new H1();
    private final Div body = new Div();
    private transient @Nullable Import job;
    private transient @Nullable Campaign campaign;
    private transient @Nullable ImportProgress progress;
    private transient @Nullable Disposable watching;

    ImportJobView(Imports imports, Campaigns campaigns, InstantSource clock) {
        this.imports = imports;
        this.campaigns = campaigns;
        this.clock = clock;
        addClassName("t-import");
        facts.addClassName("t-facts");
        RouterLink back = new RouterLink("All imports", ImportView.class);
        back.addClassName("t-back");
        add(new Div(back, title, facts), body);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        long id = event.getRouteParameters().getLong("id").orElseThrow(NotFoundException::new);
        Import found = Waiting.on(imports.find(id)).orElseThrow(NotFoundException::new);
        campaign = Waiting.on(campaigns.find(found.campaign())).orElseThrow(NotFoundException::new);
        show(found);
        getUI().ifPresent(this::watch);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        watch(event.getUI());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        unwatch();
    }

    private void watch(UI ui) {
        unwatch();
        Import here = job;
        if (here != null) {
            watching = imports.watch(here.id())
                    .onBackpressureLatest()
                    .subscribe(
                            next -> ui.access(() -> changed(next)),
                            broken -> LOG.warn("An import's page is no longer fed", broken),
                            () -> ui.access(() -> ui.navigate(ImportView.class)));
        }
    }

    private void unwatch() {
        if (watching != null) {
            watching.dispose();
            watching = null;
        }
    }

    /** Values move, the page does not: only another state shows other things. */
    private void changed(Import next) {
        Import before = job;
        if (before == null || before.state() != next.state() || before.fileGone() != next.fileGone()) {
            show(next);
        } else if (progress != null) {
            job = next;
            progress.show(next);
        }
    }

    private void show(Import next) {
        job = next;
        progress = null;
        Campaign into = java.util.Objects.requireNonNull(campaign);
        ImportWords words = new ImportWords(UI.getCurrent().getLocale());
        title.setText(next.file() + " → " + into.definition().name());
        facts.setText(words.facts(next) + " Brought by " + next.by() + ", "
                + words.when(next.createdAt(), into.definition().zone()) + ".");
        body.removeAll();
        switch (next.state()) {
            case RECEIVING -> body.add(new Paragraph("The file is still coming in. This page goes on by itself."));
            case MAPPING -> map(next, into);
            case WAITING, RUNNING, DONE, STOPPED, FAILED -> {
                progress = new ImportProgress(imports, into, words);
                progress.show(next);
                body.add(progress);
            }
        }
    }

    private void map(Import next, Campaign into) {
        List<Row> rows = Waiting.on(imports.firstRows(next.id(), Preview.ROWS)).orElse(List.of());
        Mapping mapping = next.mapping();
        boolean remembered = false;
        if (mapping == null) {
            mapping = Waiting.on(imports.remembered(next.campaign(), next.header()))
                    .map(last -> last.withZone(into.definition().zone()))
                    .orElse(null);
            remembered = mapping != null;
        }
        if (mapping == null) {
            mapping = Proposal.of(
                    next.header(),
                    rows,
                    into.definition().flow(),
                    into.definition().zone());
        }
        body.add(new MappingForm(imports, clock, next, into, rows, mapping, remembered));
    }

    @Override
    public String getPageTitle() {
        return (job == null ? "Import" : job.file()) + " · Tundish";
    }
}
