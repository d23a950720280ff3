package dev.tundish.dashboard.people;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.tundish.access.Audit;
import dev.tundish.access.Right;
import dev.tundish.dashboard.MainLayout;
import dev.tundish.dashboard.Waiting;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who did what, newest first: found by person, kind and day, read as far as one scrolls. */
@Route(value = "audit", layout = MainLayout.class)
@PageTitle("Audit log · Tundish")
@RolesAllowed(Right.SEE_AUDIT)
public class AuditView extends Div {

    private static final long serialVersionUID = 1;

    private final transient Audit audit;
    private final TextField text = new TextField("Who or what");
    private final Select<Audit.Kind> kind = new Select<>();
    private final DatePicker from = new DatePicker("From");
    private final DatePicker to = new DatePicker("To, inclusive");
    private final CallbackDataProvider<Audit.Entry, Void> entries;
    private ZoneId zone = ZoneOffset.UTC;

    AuditView(Audit audit) {
        this.audit = audit;
        addClassName("t-page");
        entries = DataProvider.fromCallbacks(
                query -> Waiting.on(audit.find(question(), query.getOffset(), query.getLimit())
                                .collectList())
                        .orElse(List.of())
                        .stream(),
                query -> Math.toIntExact(Math.min(
                        Integer.MAX_VALUE, Waiting.on(audit.count(question())).orElse(0L))));
        Grid<Audit.Entry> list = new Grid<>();
        list.setId("audit");
        list.addThemeVariants(GridVariant.NO_BORDER, GridVariant.WRAP_CELL_CONTENT);
        list.setSelectionMode(Grid.SelectionMode.NONE);
        list.setEmptyStateText("Nothing of that kind is written down.");
        list.addComponentColumn(entry -> new When(entry.at())).setHeader("When").setFlexGrow(1);
        list.addColumn(Audit.Entry::who).setHeader("Who").setFlexGrow(1);
        list.addColumn(entry -> words(entry.kind())).setHeader("About").setFlexGrow(1);
        list.addColumn(Audit.Entry::what).setHeader("What").setFlexGrow(4);
        list.setItems(entries);
        Div card = new Div(list);
        card.addClassNames("t-card", "t-table");
        add(
                new H1("Audit log"),
                new Paragraph("Who did what, newest first. It is added to, and never changed."),
                search(),
                card);
    }

    private Div search() {
        text.setId("audit-text");
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        kind.setLabel("About");
        kind.setId("audit-kind");
        kind.setItems(Audit.Kind.values());
        kind.setItemLabelGenerator(one -> one == null ? "Everything" : words(one));
        kind.setEmptySelectionAllowed(true);
        kind.setEmptySelectionCaption("Everything");
        text.addValueChangeListener(_ -> entries.refreshAll());
        kind.addValueChangeListener(_ -> entries.refreshAll());
        from.addValueChangeListener(_ -> entries.refreshAll());
        to.addValueChangeListener(_ -> entries.refreshAll());
        Div search = new Div(text, kind, from, to);
        search.addClassName("t-search");
        return search;
    }

    /** Days are those of the reader's clock. */
    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        ui.getPage().retrieveExtendedClientDetails(details -> {
            String id = details.getTimeZoneId();
            zone = id == null ? ZoneOffset.UTC : ZoneId.of(id);
        });
    }

    private Audit.Question question() {
        LocalDate last = to.getValue();
        return new Audit.Question(
                text.getValue(),
                kind.getValue(),
                start(from.getValue()),
                last == null ? null : start(last.plusDays(1)));
    }

    private @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(zone).toInstant();
    }

    static String words(Audit.Kind kind) {
        return switch (kind) {
            case USERS -> "Users";
            case SIGN_INS -> "Signing in";
            case KEYS -> "Keys";
            case CAMPAIGNS -> "Campaigns";
            case CHANGES -> "Changes in marketing";
            case IMPORTS -> "Files brought in";
            case EXPORTS -> "Leads fetched as a file";
            case ERASURES -> "Erased people";
        };
    }
}
