package dev.tundish.dashboard.imports;

import dev.tundish.funnel.Flow;
import dev.tundish.funnel.Stage;
import dev.tundish.imports.Kind;
import dev.tundish.imports.Meaning;
import dev.tundish.imports.What;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a column may mean, in plain words, and which of them to choose from. */
final class MeaningWords {

    private static final List<String> TRAITS = List.of("source", "medium", "segment", "region");
    private static final List<String> CARD = List.of("name", "company", "email", "phone", "url", "owner");

    private final Flow flow;

    MeaningWords(Flow flow) {
        this.flow = flow;
    }

    String words(Meaning meaning) {
        String detail = meaning.detail();
        return switch (meaning.what()) {
            case NOTHING -> "Leave out";
            case LEAD -> "Lead: who it is (id)";
            case REACHED -> reached(detail);
            case LEFT ->
                switch (detail) {
                    case "rejected" -> "Turned down by sales: the reason";
                    case "disqualified" -> "Sorted out by marketing: the reason";
                    default -> "Lost: the reason";
                };
            case LEFT_AT -> "Left: when";
            case ANSWERED_AT -> "Sales feedback: when";
            case ID -> "Event: its own id";
            case TYPE -> "Event: what happened (type)";
            case AT -> "Event: when";
            case STAGE -> "Event: stage";
            case REASON -> "Event: reason";
            case VERDICT -> "Sales feedback: good or not right";
            case REASONS -> "Sales feedback: reasons";
            case AMOUNT -> "Value: amount (of won leads)";
            case CURRENCY -> "Value: currency";
            case ATTRIBUTE -> "Trait: " + detail;
            case CARD -> "Contact: " + (detail.equals("url") ? "web page" : detail);
            case COMMENT -> "Remark";
            case BY -> "Who did it";
        };
    }

    private String reached(String key) {
        int number = flow.indexOf(key);
        String label = number < 0 ? key : flow.stages().get(number).label();
        return number == 0 ? label + ": when they came in" : label + ": when, or yes";
    }

    /** The choice for a column of this name. */
    List<Meaning> choice(Kind kind, String column, Meaning chosen) {
        Set<Meaning> all = new LinkedHashSet<>();
        all.add(Meaning.NOTHING);
        all.add(Meaning.of(What.LEAD));
        switch (kind) {
            case LEADS -> leads(all);
            case EVENTS ->
                List.of(What.TYPE, What.AT, What.STAGE, What.REASON, What.ID)
                        .forEach(what -> all.add(Meaning.of(what)));
        }
        all.add(Meaning.of(What.AMOUNT));
        all.add(Meaning.of(What.CURRENCY));
        all.add(Meaning.of(What.VERDICT));
        all.add(Meaning.of(What.REASONS));
        if (kind == Kind.LEADS) {
            all.add(Meaning.of(What.ANSWERED_AT));
        }
        TRAITS.forEach(key -> all.add(Meaning.of(What.ATTRIBUTE, key)));
        String own = key(column);
        if (!own.isEmpty()) {
            all.add(Meaning.of(What.ATTRIBUTE, own));
        }
        CARD.forEach(field -> all.add(Meaning.of(What.CARD, field)));
        all.add(Meaning.of(What.COMMENT));
        all.add(Meaning.of(What.BY));
        all.add(chosen);
        return new ArrayList<>(all);
    }

    private void leads(Set<Meaning> all) {
        for (Stage stage : flow.stages()) {
            all.add(Meaning.of(What.REACHED, stage.key()));
        }
        for (String who : List.of("lost", "rejected", "disqualified")) {
            all.add(Meaning.of(What.LEFT, who));
        }
        all.add(Meaning.of(What.LEFT_AT));
    }

    /** A column's name as the key of a trait, or nothing. */
    private static String key(String column) {
        String key = Normalizer.normalize(column, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_+|_+$", "");
        return key.length() > 64 ? key.substring(0, 64) : key;
    }
}
