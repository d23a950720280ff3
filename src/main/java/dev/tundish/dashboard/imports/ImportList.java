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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The files that were brought in, newest first; each line leads to its page. A line stays while its words change. */
class ImportList extends Div {

    private static final long serialVersionUID = 1;

    private final Paragraph empty = new Paragraph("Looking…");
    private final Map<Long, Line> lines = new LinkedHashMap<>();

    ImportList() {
        addClassNames("t-card", "t-import-list");
        setId("imports");
        add(empty);
    }

    void show(List<Import> found, List<Campaign> campaigns, ImportWords words) {
        empty.setText("None yet. The first one that you bring in is listed here, with who brought it.");
        empty.setVisible(found.isEmpty());
        List<Long> gone = new ArrayList<>(lines.keySet());
        for (int n = 0; n < found.size(); n++) {
            Import job = found.get(n);
            gone.remove(job.id());
            if (!lines.containsKey(job.id())) {
                Line line = new Line(job, campaign(job, campaigns), words);
                lines.put(job.id(), line);
                addComponentAtIndex(n + 1, line);
            }
            Objects.requireNonNull(lines.get(job.id())).show(job, words);
        }
        gone.forEach(id -> remove(Objects.requireNonNull(lines.remove(id))));
    }

    private static @Nullable Campaign campaign(Import job, List<Campaign> campaigns) {
        return campaigns.stream()
                .filter(one -> one.id() == job.campaign())
                .findFirst()
                .orElse(null);
    }

    private static final class Line extends RouterLink {

        private static final long serialVersionUID = 1;

        private final Span state = new Span();
        private final Span result = quiet("");

        Line(Import job, @Nullable Campaign into, ImportWords words) {
            addClassName("t-import-line");
            setRoute(ImportJobView.class, new RouteParameters("id", String.valueOf(job.id())));
            ZoneId zone = into == null ? ZoneOffset.UTC : into.definition().zone();
            add(
                    new Div(
                            new Span(job.file()),
                            quiet(into == null ? "" : into.definition().name())),
                    new Div(state, result),
                    new Div(new Span(job.by()), quiet(words.when(job.createdAt(), zone))));
        }

        void show(Import job, ImportWords words) {
            state.setText(ImportWords.state(job.state()));
            result.setText(
                    switch (job.state()) {
                        case RECEIVING, MAPPING, WAITING -> words.rows(job.rows());
                        case RUNNING -> words.number(job.rowsDone()) + " of " + words.rows(job.rows());
                        case DONE, STOPPED, FAILED -> words.result(job);
                    });
        }

        private static Span quiet(String text) {
            Span span = new Span(text);
            span.addClassName("t-quiet");
            return span;
        }
    }
}
