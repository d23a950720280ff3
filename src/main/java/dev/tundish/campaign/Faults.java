package dev.tundish.campaign;

import dev.tundish.campaign.Checked.Fault;
import dev.tundish.grammar.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with a draft, gathered. */
final class Faults {

    private final List<Fault> all = new ArrayList<>();

    /** Notes one; always null. */
    <T> @Nullable T add(String field, String sentence) {
        all.add(new Fault(field, sentence));
        return null;
    }

    /** Notes text that is given and does not fit in a line of so many characters. */
    void line(String field, @Nullable String text, int most) {
        if (text != null && !Text.isLine(text, most)) {
            add(field, "must be text of 1 to " + most + " characters, without line breaks.");
        }
    }

    /** The same of text that may have line breaks and tabs. */
    void lines(String field, @Nullable String text, int most) {
        if (text != null && !Text.isLines(text, most)) {
            add(field, "must be text of 1 to " + most + " characters; line breaks are allowed.");
        }
    }

    boolean any() {
        return !all.isEmpty();
    }

    List<Fault> all() {
        return all;
    }
}
