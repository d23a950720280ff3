package dev.tundish.dashboard.imports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import dev.tundish.campaign.Campaign;
import dev.tundish.dashboard.campaign.CampaignView;
import dev.tundish.imports.Import;
import dev.tundish.imports.Import.State;
import dev.tundish.imports.Imports;

/** How far a file has come, and what became of its rows. */
class ImportProgress extends Div {

    private static final long serialVersionUID = 1;

    private final transient Imports imports;
    private final transient Campaign campaign;
    private final transient ImportWords words;
    private final ProgressBar bar = new ProgressBar();
    private final Paragraph said = new Paragraph();
    private final Span added = new Span();
    private final Span known = new Span();
    private final Span refused = new Span();
    private final Div actions = new Div();
    private transient boolean built;

    ImportProgress(Imports imports, Campaign campaign, ImportWords words) {
        this.imports = imports;
        this.campaign = campaign;
        this.words = words;
        addClassNames("t-card", "t-import-progress");
        bar.setId("import-bar");
        bar.getElement().setAttribute("aria-label", "How far the import has come");
        said.setId("import-said");
        said.getElement().setAttribute("role", "status");
        Div figures = new Div(
                figure(added, "import-added", "rows were new"),
                figure(known, "import-known", "were there already, and changed nothing"),
                figure(refused, "import-refused", "were refused"));
        figures.addClassName("t-figures");
        actions.addClassName("t-actions");
        add(said, bar, figures, actions);
    }

    void show(Import job) {
        added.setText(words.number(job.added()));
        known.setText(words.number(job.known()));
        refused.setText(words.number(job.refused()));
        bar.setValue(job.rows() == 0 ? 1 : Math.min(1, (double) job.rowsDone() / job.rows()));
        bar.setVisible(job.state() != State.DONE);
        said.setText(sentence(job));
        if (!built) {
            built = true;
            actions(job);
        }
    }

    private String sentence(Import job) {
        String far = words.number(job.rowsDone()) + " of " + words.rows(job.rows());
        return switch (job.state()) {
            case RECEIVING, MAPPING -> "";
            case WAITING -> "It waits for its turn: one file is brought in at a time.";
            case RUNNING -> far + ". You may leave this page, and come back to it: the import goes on.";
            case DONE ->
                "All " + words.rows(job.rows()) + " were dealt with."
                        + (job.fileGone() ? " The file itself was removed since." : "");
            case STOPPED -> "Stopped after " + far + ". What was taken stays.";
            case FAILED ->
                "It ended after " + far
                        + ", by a fault of Tundish and not of the file. What was taken stays; the server's log says more.";
        };
    }

    private void actions(Import job) {
        switch (job.state()) {
            case RECEIVING, MAPPING -> {}
            case WAITING, RUNNING -> {
                Button stop = new Button("Stop", _ -> ImportAnswers.of(this, imports.stop(job.id()), _ -> {}));
                stop.setId("import-stop");
                actions.add(stop);
            }
            case DONE -> {
                actions.add(toCampaign());
                downloads(job);
            }
            case STOPPED, FAILED -> {
                if (!job.fileGone()) {
                    Button on = new Button("Go on", _ -> ImportAnswers.of(this, imports.start(job.id()), _ -> {}));
                    on.setId("import-on");
                    on.addThemeVariants(ButtonVariant.PRIMARY);
                    actions.add(on);
                }
                actions.add(toCampaign());
                downloads(job);
            }
        }
    }

    private Component toCampaign() {
        RouterLink link =
                new RouterLink("See the campaign", CampaignView.class, new RouteParameters("key", campaign.key()));
        link.addClassName("t-link");
        return link;
    }

    private void downloads(Import job) {
        if (job.refused() > 0 && !job.fileGone()) {
            Anchor rows = new Anchor(new RefusedDownload(imports, job), "Download the refused rows");
            rows.setId("import-download");
            rows.addClassName("t-link");
            actions.add(rows);
        }
        Button delete = new Button("Delete", _ -> confirm(job));
        delete.setId("import-delete");
        delete.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
        actions.add(delete);
    }

    private void confirm(Import job) {
        ConfirmDialog sure = new ConfirmDialog(
                "Delete this import?",
                "Its file and its refused rows are removed for good. What was taken into the campaign stays there.",
                "Delete",
                _ -> ImportAnswers.of(this, imports.delete(job.id()), _ -> {}));
        sure.setConfirmButtonTheme("error primary");
        sure.setCancelable(true);
        sure.setCancelText("Keep it");
        sure.open();
    }

    private static Div figure(Span number, String id, String words) {
        number.setId(id);
        number.addClassName("t-figure");
        return new Div(number, new Span(words));
    }
}
