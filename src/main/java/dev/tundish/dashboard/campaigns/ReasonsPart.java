package dev.tundish.dashboard.campaigns;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableRunnable;
import dev.tundish.campaign.Definition.OwnReason;
import dev.tundish.campaign.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reasons for leaving that this campaign alone knows. */
final class ReasonsPart extends Part {

    private static final long serialVersionUID = 1;

    private final Div rows = new Div();
    private final List<Row> reasons = new ArrayList<>();
    private final SerializableRunnable changed;

    ReasonsPart(SerializableRunnable changed) {
        super(
                "Own reasons",
                "Beside the usual ones, such as “No budget”. One that speaks of the lead counts against the lead when sales "
                        + "turns it down for it.");
        this.changed = changed;
        rows.addClassName("t-rows");
        Button add = new Button(
                "Add a reason", _ -> add(new OwnReason("", "", true)).label.focus());
        add.setId("add-reason");
        add.addThemeVariants(ButtonVariant.TERTIARY);
        add(rows, add);
    }

    /** A reason's line. */
    private final class Row extends Div {
        private static final long serialVersionUID = 1;
        private final TextField label = new TextField("Words");
        private final TextField key = new TextField("Key");
        private final Checkbox quality = new Checkbox("Speaks of the lead");
        private boolean proposing;

        private Row(OwnReason reason) {
            addClassName("t-reason");
            proposing = reason.key().isEmpty();
            label.setValue(reason.label());
            key.setValue(reason.key());
            quality.setValue(reason.quality());
            Button remove = new Button("✕", _ -> remove(this));
            remove.addThemeVariants(ButtonVariant.TERTIARY);
            remove.setAriaLabel("Remove this reason");
            add(label, key, quality, remove);
            label.addValueChangeListener(_ -> {
                if (proposing) {
                    key.setValue(Slugs.underscored(label.getValue()));
                }
                mend();
            });
            key.addValueChangeListener(event -> {
                proposing &= !event.isFromClient();
                mend();
            });
            quality.addValueChangeListener(_ -> mend());
        }

        private void mend() {
            key.setInvalid(false);
            changed.run();
        }
    }

    private Row add(OwnReason reason) {
        Row row = new Row(reason);
        reasons.add(row);
        rows.add(row);
        return row;
    }

    private void remove(Row row) {
        reasons.remove(row);
        rows.remove(row);
        changed.run();
    }

    @Override
    Optional<Component> at(String name) {
        if (!name.startsWith("reasons[")) {
            return Optional.empty();
        }
        int n = Integer.parseInt(name.substring(8, name.indexOf(']')));
        return n < reasons.size() ? Optional.of(reasons.get(n).key) : Optional.empty();
    }

    @Override
    void forgive() {
        reasons.forEach(row -> row.key.setInvalid(false));
    }

    void show(Draft draft) {
        reasons.clear();
        rows.removeAll();
        draft.reasons().forEach(this::add);
    }

    List<OwnReason> reasons() {
        return reasons.stream()
                .map(row -> new OwnReason(
                        row.key.getValue().strip(), row.label.getValue().strip(), row.quality.getValue()))
                .toList();
    }
}
