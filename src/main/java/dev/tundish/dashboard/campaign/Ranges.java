package dev.tundish.dashboard.campaign;

import dev.tundish.funnel.FunnelQuestion.Mode;
import dev.tundish.live.Range;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ranges by the names that they have in addresses. */
final class Ranges {

    static final Range ALL = new Range.Whole();

    private static final Map<String, Range> NAMED = Map.of(
            "all", ALL,
            "week", new Range.Last(Duration.ofDays(7)),
            "today", new Range.Today(),
            "hour", new Range.Last(Duration.ofHours(1)));
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd");

    private Ranges() {}

    /** The range of this name, or else the one between these local times, or else all time. */
    static Range of(@Nullable String name, @Nullable String from, @Nullable String to) {
        Range named = name == null ? null : NAMED.get(name);
        LocalDateTime first = local(from);
        LocalDateTime end = local(to);
        boolean some = first != null || end != null;
        if (named != null || !some || first != null && end != null && !first.isBefore(end)) {
            return named == null ? ALL : named;
        }
        return new Range.Between(first, end);
    }

    /** Its name, or {@code between}. */
    static String name(Range range) {
        return NAMED.entrySet().stream()
                .filter(named -> named.getValue().equals(range))
                .map(Map.Entry::getKey)
                .findAny()
                .orElse("between");
    }

    /** What a range counts when nothing else is asked for: a short one up to now, what happened in it. */
    static Mode usual(Range range) {
        return switch (range) {
            case Range.Whole _, Range.Between _ -> Mode.COHORT;
            case Range.Today _ -> Mode.ACTIVITY;
            case Range.Last(Duration length) -> length.compareTo(Duration.ofDays(1)) < 0 ? Mode.ACTIVITY : Mode.COHORT;
        };
    }

    /** A local time by its minute, a midnight by its day. */
    static String text(LocalDateTime local) {
        return local.toLocalTime().toSecondOfDay() < 60 ? DAY.format(local) : MINUTES.format(local);
    }

    static @Nullable LocalDateTime local(@Nullable String text) {
        return Optional.ofNullable(text)
                .filter(t -> t.matches("20[0-9]{2}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2})?"))
                .flatMap(Ranges::parsed)
                .orElse(null);
    }

    private static Optional<LocalDateTime> parsed(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text.length() == 10 ? text + "T00:00" : text));
        } catch (DateTimeParseException noSuchDay) {
            return Optional.empty(); // a wrong value is as good as none
        }
    }
}
