package dev.tundish.grammar;

import java.text.Normalizer;
import java.util.Locale;

/** What people and their programs write, as the contract's words: pure, and never more certain than what was written. */
public final class Loose {

    private static final int SLUG = 64;

    private Loose() {}

    /** A slug made of words: "No budget" is no_budget. What has no letter or digit stays as it is, and is refused. */
    public static String slug(String words) {
        String plain = Normalizer.normalize(words, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_+|_+$", "");
        String cut = plain.length() > SLUG ? plain.substring(0, SLUG) : plain;
        return cut.isEmpty() ? words : cut;
    }

    /** An amount as the contract writes it: without signs of money and of thousands. */
    public static String amount(String cell) {
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

    /** Text that may stand in a field: what is no character becomes a sign for it, controls a space; without white space at its ends. */
    public static String clean(String text, boolean breaks) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean surrogate = Character.getType(c) == Character.SURROGATE;
            boolean kept = breaks && (c == '\n' || c == '\t');
            plain.appendCodePoint(surrogate ? 0xFFFD : Character.isISOControl(c) && !kept ? ' ' : c);
        });
        return Text.trim(plain.toString());
    }

    /** So many characters of it at most; the last is then an ellipsis. */
    public static String cut(String text, int most) {
        return Text.length(text) <= most ? text : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
