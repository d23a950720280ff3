package dev.tundish.tracking;

import dev.tundish.grammar.Names;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a conversion brought: {@code revenue}, else {@code total}, else {@code value}; dollars where no currency is said. */
final class Revenue {

    /** Segment's specification takes revenue without a currency for dollars. */
    private static final String USUAL = "USD";

    private static final int DECIMALS = 4;
    private static final int LONGEST = 40;

    private Revenue() {}

    /** The event's value, or null when the call says none. */
    static @Nullable Map<String, Object> of(Call call) {
        String amount = call.first("properties", "revenue", "total", "value");
        if (amount == null) {
            return null;
        }
        String currency = call.text("properties", "currency");
        return Map.of(
                "amount", plain(amount), "currency", currency == null ? USUAL : currency.toUpperCase(Locale.ROOT));
    }

    /** As an amount is written; what cannot be one stays as it is, and is refused where the event is judged. */
    private static String plain(String amount) {
        if (Names.isAmount(amount) || amount.length() > LONGEST) {
            return amount;
        }
        try {
            BigDecimal number = new BigDecimal(amount);
            if (Math.abs((long) number.scale()) > LONGEST) {
                return amount;
            }
            return number.setScale(Math.clamp(number.scale(), 0, DECIMALS), RoundingMode.HALF_UP)
                    .toPlainString();
        } catch (NumberFormatException noNumber) {
            return amount;
        }
    }
}
