package dev.tundish.dashboard.campaigns;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.tundish.campaign.Draft;
import dev.tundish.funnel.Stage;
import org.jspecify.annotations.Nullable;

/** One stage of the flow in the form. */
final class StageRow extends Div {

    private static final long serialVersionUID = 1;

    final TextField label = Part.mended(new TextField("Stage"));
    final TextField brief = Part.mended(new TextField("On walls"));
    final TextField key = Part.mended(new TextField("Key"));
    final TextField target = Part.mended(new TextField("Target"));
    final Button up = new Button("↑");
    final Button down = new Button("↓");
    final Button remove = new Button("✕");
    private final Span number = new Span();
    private boolean proposing;

    /** What a row asks of the flow that it is in. */
    interface Flow extends java.io.Serializable {

        /** @param pressed what keeps the focus when the row has moved */
        void move(StageRow row, int by, com.vaadin.flow.component.Focusable<?> pressed);

        void remove(StageRow row);

        void changed();
    }

    /** @param known whether the stage is of a campaign that exists: then its key is what events name, and stays */
    StageRow(Draft.Step step, @Nullable Long wanted, boolean known, Flow flow) {
        addClassName("t-stage");
        number.addClassName("t-stage-number");
        label.setValue(step.label());
        label.setValueChangeMode(ValueChangeMode.LAZY);
        key.setValue(step.key());
        key.setReadOnly(known);
        String usual = Stage.of("x", step.label()).shortLabel();
        brief.setValue(step.brief() == null || step.brief().equals(usual) ? "" : step.brief());
        target.setValue(wanted == null ? "" : wanted.toString());
        target.getElement().setAttribute("inputmode", "numeric");
        proposing = step.key().isEmpty();
        Div buttons = new Div(up, down, remove);
        buttons.addClassName("t-stage-buttons");
        for (Button button : new Button[] {up, down, remove}) {
            button.addThemeVariants(ButtonVariant.TERTIARY);
        }
        up.addClickListener(_ -> flow.move(this, -1, up));
        down.addClickListener(_ -> flow.move(this, 1, down));
        remove.addClickListener(_ -> flow.remove(this));
        Shortcuts.addShortcutListener(this, () -> flow.move(this, -1, label), Key.ARROW_UP, KeyModifier.ALT)
                .listenOn(this);
        Shortcuts.addShortcutListener(this, () -> flow.move(this, 1, label), Key.ARROW_DOWN, KeyModifier.ALT)
                .listenOn(this);
        add(number, label, brief, key, target, buttons);
        label.addValueChangeListener(_ -> renamed(flow));
        key.addValueChangeListener(event -> {
            proposing &= !event.isFromClient();
            flow.changed();
        });
        brief.addValueChangeListener(_ -> flow.changed());
        renamed(() -> {});
    }

    private void renamed(Flow flow) {
        if (proposing) {
            key.setValue(Slugs.underscored(label.getValue()));
        }
        renamed(flow::changed);
    }

    private void renamed(Runnable then) {
        String words = name();
        up.setAriaLabel("Move " + words + " up");
        down.setAriaLabel("Move " + words + " down");
        remove.setAriaLabel("Remove " + words);
        brief.setPlaceholder(
                label.isEmpty() ? "" : Stage.of("x", label.getValue()).shortLabel());
        then.run();
    }

    /** What people call it. */
    String name() {
        return label.isEmpty() ? "the new stage" : label.getValue();
    }

    /** Where it stands, of how many. */
    void place(int at, int of, boolean mayGo) {
        number.setText(String.valueOf(at + 1));
        up.setEnabled(at > 0);
        down.setEnabled(at < of - 1);
        remove.setEnabled(mayGo);
    }

    Draft.Step step() {
        return Wish.step(
                key.getValue().strip(),
                label.getValue().strip(),
                brief.isEmpty() ? null : brief.getValue().strip());
    }
}
