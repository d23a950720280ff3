package dev.tundish.api.reports;

import dev.tundish.funnel.Money;
import dev.tundish.grammar.Currencies;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** Money in answers: a plain decimal as text, with the decimals of its currency at least and no further zeros. */
final class Amounts {

    private Amounts() {}

    static Map<String, Object> of(Money money) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("currency", money.currency());
        members.put("amount", text(money));
        return members;
    }

    private static String text(Money money) {
        int usual = Currencies.decimals(money.currency());
        BigDecimal exact = money.amount().stripTrailingZeros();
        return (exact.scale() < usual ? exact.setScale(usual) : exact).toPlainString();
    }
}
