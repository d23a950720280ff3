package dev.tundish.dashboard.campaigns;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import dev.tundish.campaign.Definition;
import dev.tundish.funnel.FlowTrial;
import dev.tundish.funnel.Stage;
import java.util.List;

/** What a change of the counting does to the numbers, said before anything is saved. */
final class Effect extends Div {

    private static final long serialVersionUID = 1;

    Effect() {
        addClassNames("t-card", "t-effect");
        setId("campaign-effect");
        getElement().setAttribute("role", "status");
        setVisible(false);
    }

    void nothing() {
        removeAll();
        setVisible(false);
    }

    /** While the log is read. */
    void counting() {
        removeAll();
        add(new H2("What this does to the numbers"), new Paragraph("Reading the campaign’s events …"));
        setVisible(true);
    }

    /** While the form is not right, nothing can be said. */
    void unclear() {
        removeAll();
        add(
                new H2("What this does to the numbers"),
                new Paragraph("It is said here as soon as every stage has a name and a key of its own."));
        setVisible(true);
    }

    /** The log could not be read. */
    void failed() {
        removeAll();
        add(
                new H2("What this does to the numbers"),
                new Paragraph(
                        "The campaign’s events cannot be read just now. Change something, or try again in a moment."));
        setVisible(true);
    }

    void show(FlowTrial trial, Definition before, Definition after) {
        removeAll();
        add(new H2("What this does to the numbers"));
        Paragraph first = new Paragraph(Numbers.events(trial.events())
                + (trial.events() == 1 ? " is" : " are")
                + " read anew. Intake goes on meanwhile, and the numbers stay as they are until it is done.");
        add(first);
        if (trial.changesCounts()) {
            add(table(trial));
        } else {
            add(new Paragraph("Every lead is counted at the stages where it is counted now."));
        }
        UnorderedList list = new UnorderedList();
        EffectWords.of(trial).forEach(sentence -> list.add(new ListItem(sentence)));
        EffectWords.beside(before, after).forEach(sentence -> list.add(new ListItem(sentence)));
        if (list.getChildren().findAny().isPresent()) {
            add(list);
        }
        setVisible(true);
    }

    private static NativeTable table(FlowTrial trial) {
        NativeTable table = new NativeTable();
        NativeTableRow head = table.getHead().addRow();
        head.addHeaderCell().setText("Leads at");
        for (String title : List.of("now", "then", "")) {
            head.addHeaderCell().setText(title);
        }
        for (FlowTrial.Row row : trial.rows()) {
            line(
                    table,
                    row.stage(),
                    row.now() == null ? "new" : Numbers.of(row.now()),
                    Numbers.of(row.then()),
                    Numbers.difference(row.then() - (row.now() == null ? 0 : row.now())));
        }
        for (FlowTrial.Removed removed : trial.removed()) {
            line(table, removed.stage(), Numbers.of(removed.now()), "gone", Numbers.difference(-removed.now()));
        }
        return table;
    }

    private static void line(NativeTable table, Stage stage, String... cells) {
        NativeTableRow row = table.getBody().addRow();
        NativeTableHeaderCell name = row.addHeaderCell();
        name.setText(stage.label());
        name.getElement().setAttribute("scope", "row");
        for (String cell : cells) {
            row.addDataCell().setText(cell);
        }
    }
}
