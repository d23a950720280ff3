package dev.tundish.dashboard.keys;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import dev.tundish.access.Scope;
import dev.tundish.funnel.Happening;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks for what a new key shall be good for. */
final class KeyForm extends Dialog {

    private static final long serialVersionUID = 1;

    /** Asked for: {@code null} stands for all. */
    record Wish(
            String name,
            Set<Scope> scopes,
            @Nullable Set<String> campaigns,
            @Nullable Set<String> types) {}

    private final TextField name = new TextField("Name");
    private final CheckboxGroup<Scope> scopes = new CheckboxGroup<>("It may");
    private final MultiSelectComboBox<String> campaigns = new MultiSelectComboBox<>("Only in these campaigns");
    private final MultiSelectComboBox<String> types = new MultiSelectComboBox<>("Only these events");
    private final SerializableConsumer<Wish> make;

    KeyForm(List<String> known, SerializableConsumer<Wish> make) {
        this.make = make;
        setHeaderTitle("Make a key");
        setId("key-form");
        name.setId("key-name");
        name.setMaxLength(64);
        name.setRequiredIndicatorVisible(true);
        name.setHelperText("Who or what will use it, such as “website form”.");
        name.setWidthFull();
        scopes.setId("key-scopes");
        scopes.setItems(Scope.values());
        scopes.setItemLabelGenerator(ScopeWords::words);
        scopes.setRequiredIndicatorVisible(true);
        scopes.setValue(Set.of(Scope.INGEST));
        campaigns.setItems(known);
        campaigns.setHelperText("Leave it empty for all of them, also those to come.");
        campaigns.setWidthFull();
        types.setItems(Happening.TYPES);
        types.setHelperText("Leave it empty for all.");
        types.setWidthFull();
        Div body = new Div(name, scopes, campaigns, types);
        body.addClassName("t-form");
        add(body);
        Button done = new Button("Make the key", _ -> submit());
        done.setId("key-make");
        done.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button("Cancel", _ -> close()), done);
    }

    private void submit() {
        String wanted = name.getValue().strip();
        name.setInvalid(wanted.isEmpty());
        name.setErrorMessage("Give it a name, so that you know it again.");
        scopes.setInvalid(scopes.getValue().isEmpty());
        scopes.setErrorMessage("A key that may do nothing is of no use.");
        if (wanted.isEmpty() || scopes.getValue().isEmpty()) {
            return;
        }
        close();
        make.accept(
                new Wish(wanted, Set.copyOf(scopes.getValue()), orAll(campaigns.getValue()), orAll(types.getValue())));
    }

    private static @Nullable Set<String> orAll(Set<String> chosen) {
        return chosen.isEmpty() ? null : Set.copyOf(chosen);
    }
}
