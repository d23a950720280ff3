package dev.tundish.dashboard.imports;

import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.function.SerializableConsumer;
import dev.tundish.funnel.Flow;
import dev.tundish.imports.Mapping;
import dev.tundish.imports.Meaning;
import dev.tundish.imports.Moments;
import dev.tundish.imports.Row;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The columns of a file, each with its first values, and a box to choose what it means. */
class ColumnTable extends NativeTable {

    private static final long serialVersionUID = 1;
    private static final int VALUES = 2;
    private static final int LENGTH = 40;

    private final List<String> header;
    private final transient List<Row> rows;
    private final transient MeaningWords words;
    private final Locale locale;
    private final SerializableConsumer<Mapping> changed;
    private final List<Select<Meaning>> boxes = new ArrayList<>();
    private final List<Span> hints = new ArrayList<>();
    private transient @Nullable Mapping shown;

    ColumnTable(List<String> header, List<Row> rows, Flow flow, Locale locale, SerializableConsumer<Mapping> changed) {
        this.header = header;
        this.rows = rows;
        this.words = new MeaningWords(flow);
        this.locale = locale;
        this.changed = changed;
        addClassName("t-columns");
        NativeTableRow names = getHead().addRow();
        for (String name : List.of("Column", "First values", "What it means")) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(name);
            cell.getElement().setAttribute("scope", "col");
            names.add(cell);
        }
        for (int n = 0; n < header.size(); n++) {
            getBody().add(column(n));
        }
    }

    private NativeTableRow column(int number) {
        NativeTableHeaderCell name = new NativeTableHeaderCell(header.get(number));
        name.getElement().setAttribute("scope", "row");
        NativeTableCell values = new NativeTableCell();
        first(number).forEach(value -> values.add(new Span(value)));
        values.addClassName("t-values");
        Select<Meaning> box = new Select<>();
        box.setId("column-" + number);
        box.setAriaLabel("What the column " + header.get(number) + " means");
        box.setItemLabelGenerator(words::words);
        box.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null && shown != null) {
                changed.accept(shown.withColumn(number, event.getValue()));
            }
        });
        boxes.add(box);
        Span hint = new Span();
        hint.addClassName("t-hint");
        hints.add(hint);
        NativeTableRow row = new NativeTableRow();
        row.add(name, values, new NativeTableCell(box, hint));
        return row;
    }

    /** Offers what columns of this kind of file may mean. */
    void show(Mapping mapping) {
        for (int n = 0; n < boxes.size(); n++) {
            Meaning chosen = mapping.columns().get(n);
            boxes.get(n).setItems(words.choice(mapping.kind(), header.get(n), chosen));
            boxes.get(n).setValue(chosen);
        }
    }

    /** Says under each column with moments how its first one is read. */
    void say(Mapping mapping) {
        shown = mapping;
        Moments moments = new Moments(mapping.zone(), mapping.order());
        DateTimeFormatter form = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(mapping.zone());
        for (int n = 0; n < boxes.size(); n++) {
            List<String> first = mapping.isMoment(n) ? first(n) : List.of();
            Moments.Read read =
                    first.isEmpty() ? null : moments.read(first.getFirst().strip());
            hints.get(n)
                    .setText(
                            read == null
                                    ? ""
                                    : first.getFirst() + " is read as "
                                            + form.format(Instant.EPOCH.plus(read.micros(), ChronoUnit.MICROS)));
        }
    }

    private List<String> first(int column) {
        return rows.stream()
                .map(row -> row.cell(column).strip())
                .filter(cell -> !cell.isEmpty())
                .distinct()
                .limit(VALUES)
                .map(cell -> cell.length() > LENGTH ? cell.substring(0, LENGTH) + "…" : cell)
                .toList();
    }
}
