package dev.tundish.funnel;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The contract's feedback report read word by word over a list of journeys. */
final class PlainFeedback {

    private final Rules rules;
    private final FeedbackQuestion question;
    private final List<Journey> present;

    PlainFeedback(Rules rules, List<Journey> journeys, FeedbackQuestion question) {
        this.rules = rules;
        this.question = question;
        this.present = journeys.stream()
                .filter(j -> !j.voided() && question.filter().matches(j.attributes()))
                .toList();
    }

    private boolean inside(long at) {
        return PlainFunnel.inside(at, question.from(), question.to());
    }

    FeedbackReport report() {
        List<Verdict> all = verdicts(true);
        Long handedOver = null;
        Long answered = null;
        if (rules.handover() >= 0) {
            List<Journey> handed = present.stream()
                    .filter(j -> inside(j.reached()[rules.handover()]))
                    .toList();
            handedOver = (long) handed.size();
            answered = handed.stream().filter(j -> j.verdict() != null).count();
        }
        return new FeedbackReport(
                all.size(),
                all.stream().filter(v -> v.source() == Verdict.Source.STATED).count(),
                all.stream().filter(v -> v.source() == Verdict.Source.IMPLIED).count(),
                marked(all, Mark.GOOD),
                marked(all, Mark.BAD),
                verdicts(false).size(),
                handedOver,
                answered,
                handedOver == null || answered == null || handedOver == 0
                        ? null
                        : Double.valueOf((double) answered / handedOver),
                ranked(all, Mark.BAD),
                ranked(all, Mark.GOOD),
                series(all));
    }

    private List<Verdict> verdicts(boolean inFunnel) {
        return present.stream()
                .filter(j -> j.stage() >= 0 == inFunnel)
                .filter(j -> j.verdict() != null && inside(j.verdict().at()))
                .map(j -> requireNonNull(j.verdict()))
                .toList();
    }

    private static long marked(List<Verdict> of, Mark mark) {
        return of.stream().filter(v -> v.mark() == mark).count();
    }

    private static Map<String, Long> reasons(List<Verdict> of, Mark mark) {
        Map<String, Long> sums = new TreeMap<>();
        of.stream()
                .filter(v -> v.mark() == mark)
                .flatMap(v -> new HashSet<>(v.reasons()).stream())
                .forEach(reason -> sums.merge(reason, 1L, Long::sum));
        return sums;
    }

    private static List<FeedbackReport.Reason> ranked(List<Verdict> of, Mark mark) {
        return reasons(of, mark).entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(e -> new FeedbackReport.Reason(e.getKey(), e.getValue(), (double) e.getValue() / of.size()))
                .toList();
    }

    private List<FeedbackReport.Cell> series(List<Verdict> all) {
        return all.stream()
                .map(v -> start(question.bucket(), v.at()))
                .distinct()
                .sorted()
                .map(from -> {
                    List<Verdict> of = all.stream()
                            .filter(v -> start(question.bucket(), v.at()) == from)
                            .toList();
                    return new FeedbackReport.Cell(
                            from,
                            marked(of, Mark.GOOD),
                            marked(of, Mark.BAD),
                            reasons(of, Mark.BAD),
                            reasons(of, Mark.GOOD));
                })
                .toList();
    }

    private static long start(Bucket bucket, long at) {
        return switch (bucket) {
            case Bucket.Minutes(int minutes) -> at / (minutes * Chance.MINUTE) * minutes * Chance.MINUTE;
            case Bucket.Days(ZoneId zone) -> micros(day(at, zone), zone);
            case Bucket.Weeks(ZoneId zone) -> {
                LocalDate day = day(at, zone);
                while (day.getDayOfWeek() != DayOfWeek.MONDAY) {
                    day = day.minusDays(1);
                }
                yield micros(day, zone);
            }
        };
    }

    private static LocalDate day(long at, ZoneId zone) {
        return LocalDate.ofInstant(Instant.EPOCH.plus(at, ChronoUnit.MICROS), zone);
    }

    private static long micros(LocalDate day, ZoneId zone) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, day.atStartOfDay(zone).toInstant());
    }

    /** The leads' verdict, or null where it is not one that the report counts. */
    static @Nullable Verdict counted(Journey j, @Nullable Long from, @Nullable Long to) {
        Verdict verdict = j.verdict();
        return verdict != null && !j.voided() && j.stage() >= 0 && PlainFunnel.inside(verdict.at(), from, to)
                ? verdict
                : null;
    }
}
