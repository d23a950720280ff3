package dev.tundish.imports;

import dev.tundish.funnel.Flow;
import dev.tundish.grammar.Currencies;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What has to be settled before a file can be imported as it is mapped. */
public final class MappingCheck {

    private static final int ATTRIBUTES = 20;

    private MappingCheck() {}

    /** Each in a sentence; none: it can begin. */
    public static List<String> of(Mapping mapping, List<String> header, List<Row> rows, Flow flow) {
        List<String> open = new ArrayList<>();
        if (!mapping.has(What.LEAD)) {
            open.add("Choose the column that tells the leads apart, such as an id or an e-mail address.");
        }
        if (mapping.kind() == Kind.EVENTS && !mapping.has(What.TYPE)) {
            open.add("Choose the column that says what happened, such as lead.captured.");
        }
        twice(mapping, header, open);
        if (mapping.columns().stream().filter(m -> m.what() == What.ATTRIBUTE).count() > ATTRIBUTES) {
            open.add("At most 20 columns can be traits of a lead: leave some out.");
        }
        if (mapping.has(What.LEFT_AT) && !mapping.has(What.LEFT)) {
            open.add("Choose the column with the reason for leaving, or leave out when they left.");
        }
        if ((mapping.has(What.REASONS) || mapping.has(What.ANSWERED_AT)) && !mapping.has(What.VERDICT)) {
            open.add("Choose the column that says good or not right, or leave out what goes with it.");
        }
        money(mapping, open);
        for (Meaning meaning : mapping.columns()) {
            if (meaning.what() == What.REACHED && flow.indexOf(meaning.detail()) < 0) {
                open.add("The campaign no longer has the stage “" + meaning.detail() + "”: choose another meaning.");
            }
        }
        if (mapping.order() == DayOrder.UNKNOWN && DayOrder.isNeeded(mapping.momentsIn(rows))) {
            open.add("Say whether the day or the month comes first in the dates.");
        }
        return open;
    }

    private static void twice(Mapping mapping, List<String> header, List<String> open) {
        Set<Meaning> seen = new HashSet<>();
        for (int n = 0; n < mapping.columns().size(); n++) {
            Meaning meaning = mapping.columns().get(n);
            Meaning key = meaning.what().isMany() ? meaning : Meaning.of(meaning.what());
            if (meaning.what() != What.NOTHING && !seen.add(key)) {
                open.add("“" + header.get(n)
                        + "” means the same as a column before it: choose another, or leave it out.");
            }
        }
    }

    private static void money(Mapping mapping, List<String> open) {
        if (mapping.has(What.CURRENCY) && !mapping.has(What.AMOUNT)) {
            open.add("Choose the column with the amounts, or leave out the currency.");
        }
        if (mapping.needsCurrency() && !Currencies.isActive(mapping.currency())) {
            open.add("Say in which currency the amounts are, such as EUR.");
        }
    }
}
