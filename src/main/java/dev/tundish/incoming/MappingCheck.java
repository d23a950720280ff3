package dev.tundish.incoming;

import dev.tundish.grammar.Currencies;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What has to be settled before a mapping can be saved. */
public final class MappingCheck {

    private static final int ATTRIBUTES = 20;

    private MappingCheck() {}

    /** Each in a sentence; none: it can be saved. */
    public static List<String> of(Mapping mapping) {
        List<String> open = new ArrayList<>();
        if (mapping.campaign().isEmpty() && !mapping.has(What.CAMPAIGN)) {
            open.add("Choose the campaign, or the field that names it.");
        }
        if (mapping.happened() == null && !mapping.has(What.HAPPENED)) {
            open.add("Choose what it means that something arrives, or the field that says it.");
        }
        if (!mapping.has(What.LEAD)) {
            open.add("Choose the field that says who the lead is, such as the e-mail address or a number of its own.");
        }
        Becomes happened = mapping.happened();
        if (happened != null
                && happened.type().equals("lead.reached")
                && happened.detail().isEmpty()
                && !mapping.has(What.STAGE)) {
            open.add("Choose the field that says the stage.");
        }
        boolean amounts = mapping.has(What.AMOUNT) || mapping.has(What.CENTS);
        if (amounts && !mapping.has(What.CURRENCY) && !Currencies.isActive(mapping.currency())) {
            open.add("Say in which currency the amounts are, such as EUR.");
        }
        Set<What> seen = new HashSet<>();
        mapping.fields().forEach((path, meaning) -> {
            if (!meaning.what().isShared()
                    && meaning.what() != What.REASON
                    && meaning.what() != What.LEAD
                    && !seen.add(meaning.what())) {
                open.add("“" + path + "” means the same as a field before it: choose another, or leave it out.");
            }
        });
        if (mapping.paths(What.ATTRIBUTE).count() > ATTRIBUTES) {
            open.add("At most 20 fields can be traits of a lead: leave some out.");
        }
        return open;
    }
}
