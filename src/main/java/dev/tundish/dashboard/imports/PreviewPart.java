package dev.tundish.dashboard.imports;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.tundish.campaign.Campaign;
import dev.tundish.dashboard.campaign.EventWords;
import dev.tundish.imports.Judged;
import dev.tundish.imports.Preview;
import dev.tundish.intake.Item;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What becomes of the first rows: how many are taken, why the others are not, and a few of both. */
class PreviewPart extends Div {

    private static final long serialVersionUID = 1;
    private static final int SHOWN = 10;
    private static final int REASONS = 5;

    private final transient EventWords events;
    private final transient ImportWords words;
    private final transient ZoneId zone;
    private final Div inside = new Div();

    PreviewPart(Campaign campaign, Locale locale) {
        this.events = new EventWords(campaign.definition());
        this.words = new ImportWords(locale);
        this.zone = campaign.definition().zone();
        addClassNames("t-card", "t-preview");
        setId("import-preview");
        getElement().setAttribute("aria-live", "polite");
        add(new H2("What becomes of the rows"), inside);
    }

    /** It is too early to tell. */
    void wait(int questions) {
        inside.removeAll();
        inside.add(
                new Paragraph(
                        questions == 1
                                ? "One question is open, below. What the rows become is shown as soon as it is settled."
                                : questions
                                        + " questions are open, below. What the rows become is shown as soon as they are settled."));
    }

    void show(Preview preview, long all) {
        inside.removeAll();
        int looked = preview.rows().size();
        int refused = looked - preview.taken();
        String which = looked < all ? "the first " + words.rows(looked) : words.rows(looked);
        inside.add(new Paragraph(
                looked == 0
                        ? "The file has a header and no rows: there is nothing to bring in."
                        : refused == 0
                                ? "All of " + which + " would be taken."
                                : "Of " + which + ", " + words.number(preview.taken()) + " would be taken and "
                                        + words.number(refused) + " refused."));
        clocks(preview);
        if (refused > 0) {
            UnorderedList reasons = new UnorderedList();
            reasons.addClassName("t-reasons");
            preview.reasons().entrySet().stream()
                    .limit(REASONS)
                    .forEach(each -> reasons.add(new ListItem(words.number(each.getValue()) + " × " + each.getKey())));
            inside.add(new H3("Why rows would be refused"), reasons);
            table(
                    "Refused",
                    preview.rows().stream()
                            .filter(Judged.Refused.class::isInstance)
                            .limit(SHOWN)
                            .toList());
        }
        if (preview.taken() > 0) {
            inside.add(new H3(refused > 0 ? "What the others become" : "The first of them"));
            table(
                    "Taken",
                    preview.rows().stream()
                            .filter(Judged.Taken.class::isInstance)
                            .limit(SHOWN)
                            .toList());
        }
    }

    private void clocks(Preview preview) {
        if (preview.skipped() > 0) {
            inside.add(new Paragraph(words.rows(preview.skipped())
                    + " have a time that the clocks of " + zone.getId()
                    + " skip when summer time begins: it is taken an hour later."));
        }
        if (preview.twice() > 0) {
            inside.add(new Paragraph(words.rows(preview.twice())
                    + " have a time that came twice in " + zone.getId()
                    + " when summer time ended: the first of the two is taken."));
        }
    }

    private void table(String caption, List<Judged> rows) {
        NativeTable table = new NativeTable();
        table.addClassName("t-becomes");
        table.setCaptionText(caption);
        NativeTableRow head = table.getHead().addRow();
        for (String name : List.of("Row", "Lead", "What it becomes")) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(name);
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        for (Judged judged : rows) {
            NativeTableRow row = table.getBody().addRow();
            row.add(new NativeTableCell(words.number(judged.row().number())));
            switch (judged) {
                case Judged.Taken taken -> {
                    row.add(new NativeTableCell(taken.events().getFirst().lead()));
                    row.add(new NativeTableCell(new Span(said(taken)), traits(taken)));
                }
                case Judged.Refused refused -> {
                    row.addClassName("t-refused");
                    row.add(new NativeTableCell(refused.row().cells().stream()
                            .filter(cell -> !cell.isBlank())
                            .findFirst()
                            .orElse("")));
                    row.add(new NativeTableCell(refused.detail()));
                }
            }
        }
        inside.add(table);
    }

    private String said(Judged.Taken taken) {
        return taken.events().stream().map(this::said).collect(Collectors.joining("  →  "));
    }

    private String said(Item.Valid item) {
        Instant at = Instant.EPOCH.plus(item.event().at(), ChronoUnit.MICROS);
        var value = item.event().value();
        String money = value == null ? "" : ", " + value.amount().toPlainString() + " " + value.currency();
        return events.words(item.event().what()) + " · " + words.when(at, zone) + money;
    }

    private static Span traits(Judged.Taken taken) {
        Span traits = new Span(taken.events().stream()
                .flatMap(item -> item.event().attributes().entrySet().stream())
                .sorted(java.util.Map.Entry.comparingByKey())
                .map(each -> each.getKey() + ": " + each.getValue())
                .collect(Collectors.joining(" · ")));
        traits.addClassName("t-quiet");
        return traits;
    }
}
