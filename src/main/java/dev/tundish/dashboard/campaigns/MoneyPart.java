package dev.tundish.dashboard.campaigns;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import dev.tundish.campaign.Draft;
import dev.tundish.campaign.Draft.Sum;
import dev.tundish.grammar.Currencies;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What it may cost, what it has cost, and the campaign that it is measured by. */
final class MoneyPart extends Part {

    private static final long serialVersionUID = 1;
    private static final String USUAL = "EUR";

    private final TextField budget = mended(field("budget", new TextField("Budget")));
    private final TextField spend = mended(field("spend", new TextField("Spent so far")));
    private final ComboBox<String> currency = new ComboBox<>("Currency");
    private final ComboBox<String> predecessor = mended(field("predecessor", new ComboBox<>("Follows")));
    private String spendCurrency = USUAL;
    private String budgetCurrency = USUAL;
    private boolean chosen;

    /** @param others the other campaigns' names by their keys */
    MoneyPart(Map<String, String> others) {
        super("Yardsticks", "What the pages compare this campaign with.");
        budget.setId("campaign-budget");
        spend.setId("campaign-spend");
        spend.setHelperText("For the cost of an accepted lead.");
        currency.setItems(Currencies.active());
        currency.setValue(USUAL);
        currency.setId("campaign-currency");
        currency.addValueChangeListener(event -> chosen |= event.isFromClient());
        predecessor.setId("campaign-predecessor");
        predecessor.setItems(others.keySet());
        predecessor.setItemLabelGenerator(key -> others.getOrDefault(key, key) + " (" + key + ")");
        predecessor.setClearButtonVisible(true);
        predecessor.setHelperText("The campaign before it: the default comparison, at the same age.");
        predecessor.addClassName("t-wide");
        Div fields = new Div(budget, spend, currency, predecessor);
        fields.addClassName("t-fields");
        add(fields);
    }

    void show(Draft draft) {
        Sum planned = draft.budget();
        Sum spent = draft.spend();
        chosen = false;
        budget.setValue(planned == null ? "" : planned.amount());
        spend.setValue(spent == null ? "" : spent.amount());
        budgetCurrency = planned == null ? USUAL : planned.currency();
        spendCurrency = spent == null ? budgetCurrency : spent.currency();
        currency.setValue(planned == null && spent != null ? spent.currency() : budgetCurrency);
        predecessor.setValue(draft.predecessor());
    }

    @Nullable
    Sum budget() {
        return sum(budget, budgetCurrency);
    }

    @Nullable
    Sum spend() {
        return sum(spend, spendCurrency);
    }

    /** One currency for both, unless they were of two and nobody chose another. */
    private @Nullable Sum sum(TextField amount, String was) {
        String text = amount.getValue().strip();
        String now = currency.getValue() == null ? "" : currency.getValue();
        return text.isEmpty() ? null : new Sum(text, chosen ? now : was);
    }

    @Nullable
    String predecessor() {
        return predecessor.getValue();
    }
}
