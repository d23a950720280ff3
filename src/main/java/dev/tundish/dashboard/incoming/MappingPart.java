package dev.tundish.dashboard.incoming;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import dev.tundish.campaign.Campaign;
import dev.tundish.incoming.Address;
import dev.tundish.incoming.Addresses;
import dev.tundish.incoming.Becomes;
import dev.tundish.incoming.BodyFields;
import dev.tundish.incoming.BodyReader;
import dev.tundish.incoming.Mapping;
import dev.tundish.incoming.MappingCheck;
import dev.tundish.incoming.Proposal;
import dev.tundish.incoming.Sent;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks what the fields of an address mean, beside their last values; and shows at once what the last bodies become. */
class MappingPart extends Div {

    private static final long serialVersionUID = 1;

    /** In place of one for all: a field says it. */
    private static final String BY_FIELD = "";

    private final transient InstantSource clock;
    private final transient Address address;
    private final transient List<Campaign> campaigns;
    private final ComboBox<String> campaign = new ComboBox<>("Which campaign are they for?");
    private final ComboBox<Becomes> happened = new ComboBox<>("What does it mean when something arrives?");
    private final TextField currency = new TextField("In which currency are the amounts?");
    private final FieldTable fields = new FieldTable(this::mapping, this::set);
    private final BodyTable becomes = new BodyTable();
    private final Paragraph taken = new Paragraph();
    private final UnorderedList open = new UnorderedList();
    private final Button save = new Button("Save, and use it from now on");
    private transient List<Addresses.Body> bodies = List.of();
    private transient Mapping mapping;
    private transient Object offered = "";
    private boolean touched;

    /** By a field: no campaign has this key, and no event this type. */
    private static final Becomes SAID_BY_FIELD = new Becomes("", "by-field", "");

    MappingPart(Address address, List<Campaign> campaigns, InstantSource clock, SerializableConsumer<Mapping> saved) {
        this.address = address;
        this.campaigns = campaigns;
        this.clock = clock;
        Mapping known = address.mapping();
        this.mapping = known == null ? Mapping.EMPTY : known;
        addClassName("t-import-map");
        setId("mapping");
        Div card = new Div(
                new H2("What its fields mean"),
                new Paragraph("This is what they seem to mean: look it over, and choose what is right."
                        + " utm_ parameters become traits by themselves."),
                campaign,
                happened,
                fields,
                currency);
        card.addClassName("t-card");
        Div preview = new Div(new H2("What the last bodies become"), taken, becomes);
        preview.addClassNames("t-card", "t-preview");
        preview.setId("mapping-preview");
        choose();
        open.setId("mapping-open");
        open.addClassName("t-open");
        open.getElement().setAttribute("aria-live", "polite");
        save.setId("mapping-save");
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setDisableOnClick(true);
        save.addClickListener(_ -> saved.accept(mapping));
        Div go = new Div(open, save);
        go.addClassName("t-import-go");
        add(card, preview, go);
    }

    private void choose() {
        campaign.setId("mapping-campaign");
        campaign.setPlaceholder("Choose a campaign");
        List<String> keys = new ArrayList<>(campaigns.stream()
                .filter(one -> !one.definition().archived() || one.key().equals(mapping.campaign()))
                .map(Campaign::key)
                .toList());
        keys.add(BY_FIELD);
        campaign.setItems(keys);
        campaign.setItemLabelGenerator(key -> key.isEmpty()
                ? "A field says it"
                : campaigns.stream()
                        .filter(one -> one.key().equals(key))
                        .findFirst()
                        .map(one -> one.definition().name())
                        .orElse(key));
        campaign.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                set(mapping.withCampaign(event.getValue() == null ? BY_FIELD : event.getValue()));
            }
        });
        happened.setId("mapping-happened");
        happened.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                Becomes chosen = event.getValue();
                set(mapping.withHappened(chosen == null || chosen.equals(SAID_BY_FIELD) ? null : chosen));
            }
        });
        currency.setId("mapping-currency");
        currency.setPlaceholder("EUR");
        currency.setMaxLength(3);
        currency.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                set(mapping.withCurrency(event.getValue().strip().toUpperCase(Locale.ROOT)));
            }
        });
    }

    private Mapping mapping() {
        return mapping;
    }

    private void set(Mapping next) {
        mapping = next;
        touched = true;
        refresh();
    }

    /** What came last, newest first. Fields that were not there before are proposed. */
    void show(List<Addresses.Body> last) {
        bodies = last;
        mapping = Proposal.of(mapping, found());
        if (campaigns.size() == 1 && mapping.campaign().isEmpty() && address.version() == 0 && !touched) {
            mapping = mapping.withCampaign(campaigns.getFirst().key());
        }
        refresh();
    }

    private List<Map<String, String>> found() {
        List<Map<String, String>> all = new ArrayList<>();
        for (Addresses.Body body : bodies) {
            try {
                all.add(BodyFields.of(Sent.read(body.text())));
            } catch (Sent.NotJson neverWritten) {
                throw new IllegalStateException(neverWritten);
            }
        }
        return all;
    }

    /** Everything that follows from the mapping. */
    private void refresh() {
        Choices choices = new Choices(campaigns, chosen());
        List<Becomes> all = new ArrayList<>(choices.happenings());
        all.add(SAID_BY_FIELD);
        Becomes now = mapping.happened();
        if (now != null && !all.contains(now)) {
            all.add(now);
        }
        // a box that is open stays so while news come
        Object offers = List.of(all, mapping.campaign());
        if (!offers.equals(offered)) {
            offered = offers;
            happened.setItemLabelGenerator(
                    each -> each.equals(SAID_BY_FIELD) ? "A field says it" : choices.words(each));
            happened.setItems(all);
        }
        happened.setValue(now == null ? SAID_BY_FIELD : now);
        campaign.setValue(
                mapping.campaign().isEmpty() && !touched && address.version() == 0 ? null : mapping.campaign());
        Map<String, Set<String>> values = new LinkedHashMap<>();
        found().forEach(body -> body.forEach((path, value) ->
                values.computeIfAbsent(path, _ -> new LinkedHashSet<>()).add(value)));
        mapping.fields().keySet().forEach(path -> values.putIfAbsent(path, Set.of()));
        fields.show(values, choices, mapping.campaign());
        List<String> missing = MappingCheck.of(mapping);
        currency.setVisible(missing.stream().anyMatch(one -> one.contains("currency"))
                || !mapping.currency().isEmpty());
        currency.setValue(mapping.currency());
        open.removeAll();
        missing.forEach(sentence -> open.add(new ListItem(sentence)));
        open.setVisible(!missing.isEmpty());
        save.setEnabled(missing.isEmpty());
        int fine = becomes.show(bodies, new BodyReader(address.id(), mapping, clock.instant()), campaigns);
        IncomingWords words = new IncomingWords(UI.getCurrent().getLocale());
        taken.setText(
                fine == bodies.size()
                        ? "All of the last " + words.number(bodies.size()) + " would be taken."
                        : "Of the last " + words.number(bodies.size()) + ", " + words.number(fine)
                                + " would be taken.");
    }

    private @Nullable Campaign chosen() {
        return campaigns.stream()
                .filter(one -> Objects.equals(one.key(), mapping.campaign()))
                .findFirst()
                .orElse(null);
    }

    /** It was saved, or could not be. */
    void ready() {
        save.setEnabled(true);
    }
}
