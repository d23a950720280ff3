package dev.tundish.dashboard.imports;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import dev.tundish.campaign.Campaign;
import dev.tundish.funnel.Flow;
import dev.tundish.imports.DayOrder;
import dev.tundish.imports.Import;
import dev.tundish.imports.Imports;
import dev.tundish.imports.Judge;
import dev.tundish.imports.Kind;
import dev.tundish.imports.Mapping;
import dev.tundish.imports.MappingCheck;
import dev.tundish.imports.Preview;
import dev.tundish.imports.Proposal;
import dev.tundish.imports.Row;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** Asks what the columns mean, beside their first values; and shows at once what the first rows become. */
class MappingForm extends Div {

    private static final long serialVersionUID = 1;

    private final transient Imports imports;
    private final transient InstantSource clock;
    private final transient Import job;
    private final transient Campaign campaign;
    private final transient List<Row> rows;
    private transient Mapping mapping;
    private final ColumnTable columns;
    private final RadioButtonGroup<Kind> kind = new RadioButtonGroup<>("What is a row of this file?");
    private final RadioButtonGroup<DayOrder> order =
            new RadioButtonGroup<>("In dates such as 3/4/2026, what comes first?");
    private final TextField currency = new TextField("In which currency are the amounts?");
    private final UnorderedList open = new UnorderedList();
    private final PreviewPart preview;
    private final Button start = new Button();

    MappingForm(
            Imports imports,
            InstantSource clock,
            Import job,
            Campaign campaign,
            List<Row> rows,
            Mapping mapping,
            boolean remembered) {
        this.imports = imports;
        this.clock = clock;
        this.job = job;
        this.campaign = campaign;
        this.rows = rows;
        this.mapping = mapping;
        Locale locale = UI.getCurrent().getLocale();
        this.columns = new ColumnTable(job.header(), rows, flow(), locale, this::set);
        this.preview = new PreviewPart(campaign, locale);
        addClassName("t-import-map");
        setId("import-map");
        add(questions(remembered), preview, actions());
        columns.show(mapping);
        refresh();
    }

    private Div questions(boolean remembered) {
        kind.setId("import-kind");
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(one -> switch (one) {
            case LEADS -> "A lead, with what became of it";
            case EVENTS -> "One event: something that happened to a lead";
        });
        kind.setValue(mapping.kind());
        kind.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                mapping = Proposal.of(event.getValue(), job.header(), rows, flow(), mapping.zone());
                columns.show(mapping);
                keep();
            }
        });
        order.setId("import-order");
        order.setItems(DayOrder.DAY_FIRST, DayOrder.MONTH_FIRST);
        order.setItemLabelGenerator(one -> one == DayOrder.DAY_FIRST ? "The day (3 April)" : "The month (4 March)");
        order.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                set(mapping.withOrder(event.getValue()));
            }
        });
        currency.setId("import-currency");
        currency.setPlaceholder("EUR");
        currency.setMaxLength(3);
        currency.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                set(mapping.withCurrency(event.getValue().strip().toUpperCase(Locale.ROOT)));
            }
        });
        Paragraph how = new Paragraph((remembered
                        ? "Mapped as the last file with these columns was: look it over. "
                        : "This is what the columns seem to mean: look it over, and choose what is right. ")
                + "Times without an offset are read in the campaign's zone, "
                + mapping.zone().getId() + ".");
        Div card = new Div(new H2("What the columns mean"), how, kind, columns, order, currency);
        card.addClassName("t-card");
        return card;
    }

    private Div actions() {
        open.setId("import-open");
        open.addClassName("t-open");
        open.getElement().setAttribute("aria-live", "polite");
        start.setId("import-start");
        start.addThemeVariants(ButtonVariant.PRIMARY);
        start.addClickListener(_ -> start());
        start.setDisableOnClick(true);
        Button drop = new Button("Throw the file away", _ -> ImportAnswers.of(this, imports.delete(job.id()), _ -> {}));
        drop.setId("import-drop");
        drop.addThemeVariants(ButtonVariant.TERTIARY);
        Div buttons = new Div(start, drop);
        buttons.addClassName("t-actions");
        Div all = new Div(open, buttons);
        all.addClassName("t-import-go");
        return all;
    }

    private void set(Mapping next) {
        mapping = next;
        if (DayOrder.isNeeded(mapping.momentsIn(rows)) && mapping.order() == DayOrder.UNKNOWN) {
            mapping = mapping.withOrder(DayOrder.of(mapping.momentsIn(rows)));
        }
        keep();
    }

    private void keep() {
        ImportAnswers.of(this, imports.map(job.id(), mapping), _ -> {});
        refresh();
    }

    /** Everything that follows from the mapping. */
    private void refresh() {
        columns.say(mapping);
        order.setVisible(DayOrder.isNeeded(mapping.momentsIn(rows)));
        order.setValue(mapping.order() == DayOrder.UNKNOWN ? null : mapping.order());
        currency.setVisible(mapping.needsCurrency());
        currency.setValue(mapping.currency());
        List<String> missing = MappingCheck.of(mapping, job.header(), rows, flow());
        open.removeAll();
        missing.forEach(sentence -> open.add(new ListItem(sentence)));
        open.setVisible(!missing.isEmpty());
        start.setEnabled(missing.isEmpty() && job.rows() > 0);
        start.setText("Bring in " + new ImportWords(UI.getCurrent().getLocale()).rows(job.rows()));
        if (missing.isEmpty()) {
            long now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
            preview.show(Preview.of(rows, new Judge(campaign.key(), flow(), mapping, job.header(), now)), job.rows());
        } else {
            preview.wait(missing.size());
        }
    }

    private void start() {
        ImportAnswers.of(
                this, imports.map(job.id(), mapping).then(imports.start(job.id())), begun -> start.setEnabled(!begun));
    }

    private Flow flow() {
        return campaign.definition().flow();
    }
}
