package dev.tundish.dashboard.campaigns;

import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.tundish.campaign.DefinitionRules;
import dev.tundish.campaign.Draft;
import org.jspecify.annotations.Nullable;

/** What marketing promises sales: the words that a qualified lead is held to. */
final class PromisePart extends Part {

    private static final long serialVersionUID = 1;

    private final TextArea promise = mended(field("promise", new TextArea("What we promise sales")));

    PromisePart() {
        super(
                "Promise",
                "When is a lead qualified: which customer, which budget, which interest? It stands in the campaign’s header. "
                        + "Every change of it is kept, and marked on the charts.");
        promise.setId("campaign-promise");
        promise.setWidthFull();
        promise.setMinRows(4);
        promise.setMaxRows(12);
        promise.setValueChangeMode(ValueChangeMode.LAZY);
        promise.addValueChangeListener(event -> left(event.getValue()));
        left("");
        add(promise);
    }

    private void left(String text) {
        int length = text.codePointCount(0, text.length());
        promise.setHelperText(
                length == 0
                        ? "Up to " + DefinitionRules.PROMISE + " characters."
                        : length + " of " + DefinitionRules.PROMISE + " characters.");
    }

    void show(Draft draft) {
        promise.setValue(draft.promise() == null ? "" : draft.promise());
    }

    @Nullable
    String promise() {
        return NamePart.orNull(promise.getValue().replace("\r\n", "\n"));
    }
}
