package dev.tundish.dashboard.campaign;

import dev.tundish.funnel.LeadsQuestion;
import dev.tundish.funnel.LeadsQuestion.Count;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which number's leads are looked at.
 *
 * @param count which of the numbers; null: all leads of the view
 * @param at the key of the stage where it stands
 * @param reason the slug of a reason
 * @param took how long they took from the stage before
 * @param until only what had happened by then counts: a local time of the campaign's zone
 */
public record Selection(
        LeadsQuestion.@Nullable Count count,
        @Nullable String at,
        @Nullable String reason,
        @Nullable Took took,
        @Nullable LocalDateTime until) {

    public static final Selection ALL = new Selection(null, null, null, null, null);

    private static final Map<String, Count> COUNTS =
            Arrays.stream(Count.values()).collect(Collectors.toMap(Selection::name, Function.identity()));

    /** From so many seconds up to so many, which no longer belong to it; null: no bound. */
    public record Took(@Nullable Long from, @Nullable Long to) {

        /** Its form in addresses, such as {@code 3600-7200}. */
        String text() {
            return (from == null ? "" : from) + "-" + (to == null ? "" : to);
        }

        static @Nullable Took of(@Nullable String text) {
            if (text == null || !text.matches("[0-9]{0,10}-[0-9]{0,10}") || text.length() == 1) {
                return null;
            }
            int line = text.indexOf('-');
            return new Took(seconds(text.substring(0, line)), seconds(text.substring(line + 1)));
        }

        private static @Nullable Long seconds(String digits) {
            return digits.isEmpty() ? null : Long.valueOf(digits);
        }
    }

    /** The leads that this number counts at a stage. */
    public static Selection of(Count count, @Nullable String at) {
        return new Selection(count, at, null, null, null);
    }

    static @Nullable Count count(@Nullable String name) {
        return name == null ? null : COUNTS.get(name);
    }

    /** As the API calls it: {@code HANDED_OVER} is {@code handedOver}. */
    static String name(Count count) {
        String[] words = count.name().toLowerCase(Locale.ROOT).split("_", -1);
        StringBuilder name = new StringBuilder(words[0]);
        for (int n = 1; n < words.length; n++) {
            name.append(Character.toUpperCase(words[n].charAt(0))).append(words[n].substring(1));
        }
        return name.toString();
    }
}
