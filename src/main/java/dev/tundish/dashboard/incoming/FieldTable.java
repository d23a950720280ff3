package dev.tundish.dashboard.incoming;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import dev.tundish.incoming.Mapping;
import dev.tundish.incoming.Meaning;
import dev.tundish.incoming.What;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The fields that were found in what arrived, each with its last values, and a box to choose what it means. A row stays,
 * with its focus, while others come and go.
 */
class FieldTable extends NativeTable {

    private static final long serialVersionUID = 1;
    private static final int SHOWN = 2;
    private static final int LENGTH = 40;
    private static final int VALUES = 30;

    private final transient Supplier<Mapping> mapping;
    private final SerializableConsumer<Mapping> changed;
    private final transient Map<String, Field> fields = new LinkedHashMap<>();
    private int made;

    FieldTable(Supplier<Mapping> mapping, SerializableConsumer<Mapping> changed) {
        this.mapping = mapping;
        this.changed = changed;
        addClassName("t-columns");
        NativeTableRow names = getHead().addRow();
        for (String name : List.of("Field", "Last values", "What it means")) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(name);
            cell.getElement().setAttribute("scope", "col");
            names.add(cell);
        }
    }

    /**
     * @param found each field's values, the last first
     * @param campaign whose words the choices are in
     */
    void show(Map<String, Set<String>> found, Choices choices, String campaign) {
        fields.entrySet().removeIf(each -> {
            boolean gone = !found.containsKey(each.getKey());
            if (gone) {
                each.getValue().remove();
            }
            return gone;
        });
        int place = 0;
        for (var each : found.entrySet()) {
            Field field = fields.computeIfAbsent(each.getKey(), Field::new);
            place(field.row, place++);
            field.show(List.copyOf(each.getValue()), choices, campaign);
            for (NativeTableRow value : field.values) {
                place(value, place++);
            }
        }
    }

    private void place(NativeTableRow row, int place) {
        var body = getBody().getElement();
        if (place >= body.getChildCount() || !body.getChild(place).equals(row.getElement())) {
            body.insertChild(place, row.getElement());
        }
    }

    /** One field, and under it what its values mean, where that is asked. */
    private final class Field {

        private final String path;
        private final int number = made++;
        private final NativeTableRow row = new NativeTableRow();
        private final NativeTableCell last = new NativeTableCell();
        private final ComboBox<Meaning> box = new ComboBox<>();
        private final List<NativeTableRow> values = new ArrayList<>();
        private final Map<String, ComboBox<String>> boxes = new LinkedHashMap<>();
        private List<String> shownLast = List.of();
        private List<Object> shownValues = List.of();
        private List<Meaning> items = List.of();

        Field(String path) {
            this.path = path;
            NativeTableHeaderCell name = new NativeTableHeaderCell(path);
            name.getElement().setAttribute("scope", "row");
            last.addClassName("t-values");
            box.setId("field-" + number);
            box.setAriaLabel("What the field " + path + " means");
            box.setWidthFull();
            box.addValueChangeListener(event -> {
                if (event.isFromClient()) {
                    Meaning chosen = event.getValue() == null ? Meaning.NOTHING : event.getValue();
                    changed.accept(mapping.get().withField(path, chosen));
                }
            });
            row.add(name, last, new NativeTableCell(box));
        }

        void remove() {
            row.removeFromParent();
            values.forEach(NativeTableRow::removeFromParent);
        }

        void show(List<String> found, Choices choices, String campaign) {
            List<String> latest =
                    found.stream().limit(SHOWN).map(FieldTable::cut).toList();
            if (!latest.equals(shownLast)) {
                shownLast = latest;
                last.removeAll();
                latest.forEach(text -> last.add(new Span(text)));
            }
            Meaning meaning = mapping.get().meaning(path);
            if (!items.contains(meaning)) {
                items = choices.meanings(path, meaning);
                box.setItemLabelGenerator(choices::words);
                box.setItems(items);
            }
            box.setValue(meaning);
            List<String> asked =
                    meaning.what().isTranslated() ? found.stream().limit(VALUES).toList() : List.of();
            List<Object> key = List.of(meaning.what(), asked, campaign);
            if (!key.equals(shownValues)) {
                shownValues = key;
                values.forEach(NativeTableRow::removeFromParent);
                values.clear();
                boxes.clear();
                asked.forEach(text -> values.add(value(text, meaning.what(), choices)));
            }
            boxes.forEach((text, one) -> one.setValue(mapping.get().value(path, text)));
        }

        /** What one value means. */
        private NativeTableRow value(String text, What what, Choices choices) {
            NativeTableCell cell = new NativeTableCell("“" + cut(text) + "” means");
            cell.addClassName("t-values");
            cell.getElement().setAttribute("colspan", "2");
            ComboBox<String> one = new ComboBox<>();
            one.setId("value-" + number + "-" + boxes.size());
            one.setAriaLabel("What " + cut(text) + " in the field " + path + " means");
            one.setItems(choices.values(what));
            one.setItemLabelGenerator(code -> choices.value(what, code));
            one.setPlaceholder(what == What.HAPPENED ? "Choose what happened" : "As it stands");
            one.setClearButtonVisible(true);
            one.setWidthFull();
            one.addValueChangeListener(event -> {
                if (event.isFromClient()) {
                    changed.accept(mapping.get().withValue(path, text, event.getValue()));
                }
            });
            boxes.put(text, one);
            NativeTableRow line = new NativeTableRow();
            line.addClassName("t-value");
            line.add(cell, new NativeTableCell(one));
            return line;
        }
    }

    private static String cut(String text) {
        return text.length() > LENGTH ? text.substring(0, LENGTH) + "…" : text;
    }
}
