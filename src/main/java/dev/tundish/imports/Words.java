package dev.tundish.imports;

import java.text.Normalizer;
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
    private static final int SLUG = 64;

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

    /** A slug made of words: "No budget" is no_budget. What has no letter or digit stays as it is, and is refused. */
    static String slug(String words) {
        String plain = Normalizer.normalize(words, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_+|_+$", "");
        String cut = plain.length() > SLUG ? plain.substring(0, SLUG) : plain;
        return cut.isEmpty() ? words : cut;
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

    /** An amount as the contract writes it: without signs of money and of thousands. */
    static String amount(String cell) {
        String digits = cell.replaceAll("[\\s\\u00A0'’]|[\\p{Sc}]", "");
        int comma = digits.lastIndexOf(',');
        int point = digits.lastIndexOf('.');
        if (comma >= 0 && point >= 0) {
            digits = comma > point ? digits.replace(".", "").replace(',', '.') : digits.replace(",", "");
        } else if (comma >= 0) {
            digits = digits.matches("\\d{1,3}(,\\d{3})+") ? digits.replace(",", "") : digits.replace(',', '.');
        } else if (digits.matches("\\d{1,3}(\\.\\d{3}){2,}")) {
            digits = digits.replace(".", "");
        }
        String plain = digits.replaceAll("^0+(?=\\d)", "");
        // more decimals than money has, when all beyond the fourth are zero
        return plain.replaceAll("(\\.\\d{4})0+$", "$1");
    }
}
