package dev.tundish.imports;

import dev.tundish.grammar.Loose;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What people write in cells, as the contract's words. */
final class Words {

    private static final Set<String> YES = Set.of("yes", "y", "true", "1", "x", "✓", "ja", "oui", "si", "sí", "done");
    private static final Set<String> NO = Set.of("no", "n", "false", "0", "-", "–", "nein", "nee", "non");
    private static final Set<String> GOOD = Set.of("good", "right", "ok", "+");
    private static final Set<String> BAD = Set.of("bad", "not right", "wrong", "not good");

    private Words() {}

    /** Whether it says yes or no; null: neither. */
    static @Nullable Boolean isYes(String cell) {
        String word = cell.toLowerCase(Locale.ROOT);
        return YES.contains(word) ? Boolean.TRUE : NO.contains(word) ? Boolean.FALSE : null;
    }

    /** A verdict in the contract's word; what is none stays as it is, and is refused as such. */
    static String verdict(String cell) {
        String word = cell.toLowerCase(Locale.ROOT);
        if (GOOD.contains(word) || YES.contains(word)) {
            return "good";
        }
        return BAD.contains(word) || NO.contains(word) ? "bad" : word;
    }

    /** A slug made of words (see {@link Loose}). */
    static String slug(String words) {
        return Loose.slug(words);
    }

    /** The slugs of several words in a cell, each once. */
    static List<Object> slugs(String cell) {
        List<Object> slugs = new ArrayList<>();
        for (String words : cell.split("[;,|\\n]")) {
            if (!words.isBlank() && !slugs.contains(slug(words))) {
                slugs.add(slug(words));
            }
        }
        return slugs;
    }

    /** An amount as the contract writes it (see {@link Loose}). */
    static String amount(String cell) {
        return Loose.amount(cell);
    }
}
