package dev.tundish.dashboard.campaign;

import dev.tundish.funnel.Filter;
import dev.tundish.funnel.FunnelQuestion.Mode;
import dev.tundish.live.Allowed;
import dev.tundish.live.Range;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@link Sight} to and from the parameters of an address. */
final class SightCodec {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9_]{1,64}");
    private static final Pattern SORT = Pattern.compile("[a-zA-Z]{1,24}(-asc|-desc)?");
    private static final Pattern CURSOR = Pattern.compile("[A-Za-z0-9_.~=-]{1,200}");
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,8}");
    private static final Duration LONGEST = Duration.ofDays(3_660);
    private static final int LONGEST_VALUE = 512;

    private SightCodec() {}

    static Sight read(Map<String, List<String>> asked) {
        Range range = Ranges.of(first(asked, "range"), first(asked, "from"), first(asked, "to"));
        return new Sight(
                range,
                mode(first(asked, "mode"), range),
                allowed(first(asked, "window")),
                filter(asked.getOrDefault("filter", List.of())),
                Against.of(first(asked, "vs")),
                matching(SLUG, first(asked, "step")),
                matching(SLUG, first(asked, "by")),
                new Selection(
                        Selection.count(first(asked, "count")),
                        matching(SLUG, first(asked, "at")),
                        matching(SLUG, first(asked, "reason")),
                        Selection.Took.of(first(asked, "took")),
                        Ranges.local(first(asked, "until"))),
                matching(SORT, first(asked, "sort")),
                matching(CURSOR, first(asked, "page")),
                number(first(asked, "lead")));
    }

    static Map<String, List<String>> write(Sight sight) {
        Map<String, List<String>> said = new LinkedHashMap<>();
        switch (sight.range()) {
            case Range.Whole _ -> {}
            case Range.Last _, Range.Today _ -> say(said, "range", Ranges.name(sight.range()));
            case Range.Between between -> {
                say(said, "from", between.from() == null ? null : Ranges.text(between.from()));
                say(said, "to", between.to() == null ? null : Ranges.text(between.to()));
            }
        }
        boolean usual = sight.mode() == Ranges.usual(sight.range());
        say(said, "mode", usual ? null : sight.mode().name().toLowerCase(Locale.ROOT));
        say(said, "window", text(sight.allowed()));
        List<String> pairs = pairs(sight.filter());
        if (!pairs.isEmpty()) {
            said.put("filter", pairs);
        }
        say(said, "vs", sight.against().text());
        say(said, "step", sight.step());
        say(said, "by", sight.by());
        Selection selection = sight.selection();
        say(said, "count", selection.count() == null ? null : Selection.name(selection.count()));
        say(said, "at", selection.at());
        say(said, "reason", selection.reason());
        say(said, "took", selection.took() == null ? null : selection.took().text());
        say(said, "until", selection.until() == null ? null : Ranges.text(selection.until()));
        say(said, "sort", sight.sort());
        say(said, "page", sight.page());
        say(said, "lead", sight.lead() == null ? null : sight.lead().toString());
        return said;
    }

    static String query(Map<String, List<String>> said) {
        String query = said.entrySet().stream()
                .flatMap(one -> one.getValue().stream().map(value -> one.getKey() + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static void say(Map<String, List<String>> said, String name, @Nullable String value) {
        if (value != null) {
            said.put(name, List.of(value));
        }
    }

    private static @Nullable String first(Map<String, List<String>> asked, String name) {
        return asked.getOrDefault(name, List.of()).stream().findFirst().orElse(null);
    }

    private static @Nullable String matching(Pattern pattern, @Nullable String text) {
        Predicate<String> fits = pattern.asMatchPredicate();
        return text != null && fits.test(text) ? text : null;
    }

    private static Mode mode(@Nullable String text, Range range) {
        return switch (text == null ? "" : text) {
            case "cohort" -> Mode.COHORT;
            case "activity" -> Mode.ACTIVITY;
            default -> Ranges.usual(range);
        };
    }

    private static Allowed allowed(@Nullable String text) {
        if (text == null || text.equals("none")) {
            return text == null ? Allowed.USUAL : Allowed.NONE;
        }
        try {
            Duration time = Duration.parse(text).truncatedTo(ChronoUnit.SECONDS);
            boolean fits = time.isPositive() && time.compareTo(LONGEST) <= 0;
            return fits ? new Allowed.Of(time) : Allowed.USUAL;
        } catch (DateTimeParseException noDuration) {
            return Allowed.USUAL; // a wrong value is as good as none
        }
    }

    /** Whole days as days, which {@link Duration} itself writes as hours. */
    private static @Nullable String text(Allowed allowed) {
        return switch (allowed) {
            case Allowed.Usual _ -> null;
            case Allowed.None _ -> "none";
            case Allowed.Of(Duration time) ->
                time.toSeconds() % 86_400 == 0 ? "P" + time.toDays() + "D" : time.toString();
        };
    }

    private static Filter filter(List<String> pairs) {
        Filter filter = Filter.NONE;
        for (String pair : pairs) {
            int colon = pair.indexOf(':');
            boolean fits = colon > 0
                    && pair.length() - colon <= LONGEST_VALUE
                    && matching(SLUG, pair.substring(0, colon)) != null;
            if (fits) {
                filter = filter.with(pair.substring(0, colon), pair.substring(colon + 1));
            }
        }
        return filter;
    }

    private static List<String> pairs(Filter filter) {
        return filter.wanted().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(wanted -> sorted(wanted.getValue()).map(value -> wanted.getKey() + ":" + value))
                .toList();
    }

    private static Stream<String> sorted(Set<String> values) {
        return new TreeSet<>(values).stream();
    }

    private static @Nullable Integer number(@Nullable String text) {
        String digits = matching(NUMBER, text);
        return digits == null ? null : Integer.valueOf(digits);
    }
}
