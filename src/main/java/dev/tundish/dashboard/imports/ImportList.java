package dev.tundish.dashboard.imports;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import dev.tundish.campaign.Campaign;
import dev.tundish.imports.Import;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** The files that were brought in, newest first; each line leads to its page. */
class ImportList extends Div {

    private static final long serialVersionUID = 1;

    ImportList() {
        addClassNames("t-card", "t-import-list");
        setId("imports");
        add(new Paragraph("Looking…"));
    }

    void show(List<Import> found, List<Campaign> campaigns, ImportWords words) {
        removeAll();
        if (found.isEmpty()) {
            add(
                    new Paragraph(
                            "None yet. The first one that you bring in is listed here, with who brought it and what became of it."));
        }
        for (Import job : found) {
            Campaign into = campaigns.stream()
                    .filter(one -> one.id() == job.campaign())
                    .findFirst()
                    .orElse(null);
            ZoneId zone = into == null ? ZoneOffset.UTC : into.definition().zone();
            RouterLink line = new RouterLink();
            line.setRoute(ImportJobView.class, new RouteParameters("id", String.valueOf(job.id())));
            Div name = new Div(
                    new Span(job.file()),
                    quiet(into == null ? "" : into.definition().name()));
            Div state = new Div(
                    new Span(ImportWords.state(job.state())),
                    quiet(job.state() == Import.State.MAPPING ? words.rows(job.rows()) : words.result(job)));
            Div who = new Div(new Span(job.by()), quiet(words.when(job.createdAt(), zone)));
            line.add(name, state, who);
            add(line);
        }
    }

    private static Span quiet(String text) {
        Span span = new Span(text);
        span.addClassName("t-quiet");
        return span;
    }
}
