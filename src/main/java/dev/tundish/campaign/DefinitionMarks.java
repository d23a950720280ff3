package dev.tundish.campaign;

import dev.tundish.campaign.CampaignChange.Kind;
import dev.tundish.funnel.Flow;
import dev.tundish.funnel.Money;
import dev.tundish.funnel.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the step from one definition to the next leaves on the time axes: in one sentence all that bears on the numbers or
 * on what they are measured by, and apart from it a new promise. Names, owners and tags leave nothing.
 */
public final class DefinitionMarks {

    /** @param before the promise as it stood, with a promise alone */
    public record Mark(Kind kind, String what, @Nullable String before) {}

    private static final int LONGEST = 500;

    private final List<String> parts = new ArrayList<>();

    private DefinitionMarks() {}

    /** The marks of a step, none when nothing of the kind changed. */
    public static List<Mark> of(Definition before, Definition after) {
        List<Mark> marks = new ArrayList<>();
        DefinitionMarks found = new DefinitionMarks();
        found.stages(before.flow(), after.flow());
        found.step("Hand-over", stage(before, before.handover()), stage(after, after.handover()));
        if (!before.reasons().equals(after.reasons())) {
            found.parts.add("Own reasons changed");
        }
        found.targets(before, after);
        found.step("Time allowed", span(before.window()), span(after.window()));
        found.step("Budget", money(before.budget()), money(after.budget()));
        found.moment("Launch", before.launchedAt(), after.launchedAt(), before);
        found.moment("End", before.endsAt(), after.endsAt(), before);
        if (!found.parts.isEmpty()) {
            marks.add(new Mark(Kind.DEFINITION, cut(String.join(". ", found.parts)), null));
        }
        if (!Objects.equals(before.promise(), after.promise())) {
            marks.add(new Mark(Kind.PROMISE, promise(before.promise(), after.promise()), before.promise()));
        }
        return marks;
    }

    private static String promise(@Nullable String before, @Nullable String after) {
        return before == null
                ? "What we promise sales was written down"
                : after == null ? "What we promise sales was taken back" : "What we promise sales is another text";
    }

    private void stages(Flow before, Flow after) {
        List<String> had = before.stages().stream().map(Stage::key).toList();
        List<String> have = after.stages().stream().map(Stage::key).toList();
        before.stages().stream()
                .filter(stage -> !have.contains(stage.key()))
                .forEach(stage -> parts.add("Stage “" + stage.label() + "” removed"));
        for (Stage stage : after.stages()) {
            int at = before.indexOf(stage.key());
            if (at < 0) {
                parts.add("Stage “" + stage.label() + "” added");
            } else if (!before.stages().get(at).label().equals(stage.label())) {
                parts.add("Stage “" + before.stages().get(at).label() + "” is called “" + stage.label() + "”");
            }
        }
        if (!had.stream()
                .filter(have::contains)
                .toList()
                .equals(have.stream().filter(had::contains).toList())) {
            parts.add("Stages in another order");
        }
    }

    private void targets(Definition before, Definition after) {
        for (Stage stage : after.flow().stages()) {
            step(
                    "Target of " + stage.label(),
                    number(before.targets().get(stage.key())),
                    number(after.targets().get(stage.key())));
        }
        for (Stage stage : before.flow().stages()) {
            Long target = before.targets().get(stage.key());
            if (target != null && after.flow().indexOf(stage.key()) < 0) {
                step("Target of " + stage.label(), number(target), null);
            }
        }
    }

    private void step(String of, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            parts.add(of + " " + (before == null ? "none" : before) + " → " + (after == null ? "none" : after));
        }
    }

    /** In the campaign's zone, to the minute. */
    private void moment(String of, @Nullable Instant before, @Nullable Instant after, Definition in) {
        if (!Objects.equals(before, after)) {
            step(of, clock(before, in), clock(after, in));
        }
    }

    private static @Nullable String clock(@Nullable Instant moment, Definition in) {
        return moment == null
                ? null
                : moment.atZone(in.zone())
                        .toLocalDateTime()
                        .toString()
                        .substring(0, 16)
                        .replace('T', ' ');
    }

    private static @Nullable String stage(Definition of, @Nullable String key) {
        return key == null
                ? null
                : of.flow().stages().get(of.flow().indexOf(key)).label();
    }

    private static @Nullable String number(@Nullable Long target) {
        return target == null ? null : target.toString();
    }

    private static @Nullable String money(@Nullable Money money) {
        return money == null ? null : money.amount().toPlainString() + " " + money.currency();
    }

    private static String span(Duration window) {
        long days = window.toDays();
        return window.equals(Duration.ofDays(days)) ? days + (days == 1 ? " day" : " days") : window.toString();
    }

    private static String cut(String sentence) {
        return sentence.codePointCount(0, sentence.length()) <= LONGEST
                ? sentence
                : sentence.substring(0, sentence.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
