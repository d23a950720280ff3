package dev.tundish.dashboard.keys;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import dev.tundish.access.PublicUse;
import dev.tundish.access.Scope;
import dev.tundish.funnel.Happening;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks for what a new key shall be good for. */
final class KeyForm extends Dialog {

    private static final long serialVersionUID = 1;

    /**
     * Asked for: {@code null} stands for all.
     *
     * @param publicUse null: a server keeps it to itself; else a page carries it
     */
    record Wish(
            String name,
            Set<Scope> scopes,
            @Nullable Set<String> campaigns,
            @Nullable Set<String> types,
            @Nullable PublicUse publicUse) {}

    private static final String SERVER = "A program of yours, which keeps it to itself";
    private static final String PAGE = "A web page, where everybody can read it";

    private final TextField name = new TextField("Name");
    private final RadioButtonGroup<String> carrier = new RadioButtonGroup<>("Who has it");
    private final CheckboxGroup<Scope> scopes = new CheckboxGroup<>("It may");
    private final MultiSelectComboBox<String> campaigns = new MultiSelectComboBox<>("Only in these campaigns");
    private final MultiSelectComboBox<String> types = new MultiSelectComboBox<>("Only these events");
    private final Paragraph publicly = new Paragraph(
            "It only brings new leads into the campaigns that you choose, from the pages that you name, and reads nothing.");
    private final PublicUseFields pages = new PublicUseFields();
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
        carrier.setId("key-carrier");
        carrier.setItems(SERVER, PAGE);
        carrier.setValue(SERVER);
        carrier.addValueChangeListener(_ -> show());
        publicly.setId("key-public");
        scopes.setId("key-scopes");
        scopes.setItems(Scope.values());
        scopes.setItemLabelGenerator(ScopeWords::words);
        scopes.setRequiredIndicatorVisible(true);
        scopes.setValue(Set.of(Scope.INGEST));
        campaigns.setId("key-campaigns");
        campaigns.setItems(known);
        campaigns.setWidthFull();
        types.setItems(Happening.TYPES);
        types.setHelperText("Leave it empty for all.");
        types.setWidthFull();
        Div body = new Div(name, carrier, publicly, scopes, campaigns, types, pages);
        body.addClassName("t-form");
        add(body);
        Button done = new Button("Make the key", _ -> submit());
        done.setId("key-make");
        done.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button("Cancel", _ -> close()), done);
        show();
    }

    private boolean isPublic() {
        return PAGE.equals(carrier.getValue());
    }

    /** Only what there is to choose for a key of this kind. */
    private void show() {
        boolean isPublic = isPublic();
        publicly.setVisible(isPublic);
        pages.setVisible(isPublic);
        scopes.setVisible(!isPublic);
        types.setVisible(!isPublic);
        campaigns.setRequiredIndicatorVisible(isPublic);
        campaigns.setInvalid(false);
        campaigns.setHelperText(
                isPublic
                        ? "The campaigns that it brings leads into."
                        : "Leave it empty for all of them, also those to come.");
    }

    private void submit() {
        String wanted = name.getValue().strip();
        name.setInvalid(wanted.isEmpty());
        name.setErrorMessage("Give it a name, so that you know it again.");
        boolean lacks = wanted.isEmpty();
        Wish wish;
        if (isPublic()) {
            campaigns.setInvalid(campaigns.getValue().isEmpty());
            campaigns.setErrorMessage("Choose one campaign at least.");
            PublicUse use = pages.read();
            lacks |= campaigns.isInvalid() || use == null;
            wish = new Wish(wanted, Set.of(), Set.copyOf(campaigns.getValue()), null, use);
        } else {
            scopes.setInvalid(scopes.getValue().isEmpty());
            scopes.setErrorMessage("A key that may do nothing is of no use.");
            lacks |= scopes.isInvalid();
            wish = new Wish(
                    wanted, Set.copyOf(scopes.getValue()), orAll(campaigns.getValue()), orAll(types.getValue()), null);
        }
        if (!lacks) {
            close();
            make.accept(wish);
        }
    }

    private static @Nullable Set<String> orAll(Set<String> chosen) {
        return chosen.isEmpty() ? null : Set.copyOf(chosen);
    }
}
