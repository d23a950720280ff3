package dev.tundish.dashboard.campaigns;

import dev.tundish.campaign.Definition;
import dev.tundish.funnel.Flow;
import dev.tundish.funnel.FlowTrial;
import dev.tundish.funnel.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a change of the counting does, in sentences. */
final class EffectWords {

    private EffectWords() {}

    /** What becomes of the leads. */
    static List<String> of(FlowTrial trial) {
        List<String> sentences = new ArrayList<>();
        for (FlowTrial.Removed removed : trial.removed()) {
            sentences.add(removed(removed, trial.after()));
        }
        for (FlowTrial.Row row : trial.rows()) {
            if (row.now() == null) {
                sentences.add(
                        row.implied() == 0
                                ? "“" + row.stage().label() + "” is new: no lead has come as far as that yet."
                                : "“" + row.stage().label() + "” is new: " + Numbers.leads(row.implied())
                                        + " that went further came past it unseen, and are counted at it.");
            }
        }
        if (trial.comeIn() > 0) {
            sentences.add(Numbers.leads(trial.comeIn()) + " that are in no funnel now would be in this one.");
        }
        return sentences;
    }

    private static String removed(FlowTrial.Removed removed, Flow after) {
        String name = "“" + removed.stage().label() + "” is gone";
        long standing =
                removed.to().values().stream().mapToLong(Long::longValue).sum();
        if (standing == 0) {
            return name + ": no lead stands there.";
        }
        String places = removed.to().entrySet().stream()
                .map(place -> Numbers.of(place.getValue()) + " " + place(place.getKey(), after))
                .collect(Collectors.joining(", "));
        return name + ": of the " + Numbers.leads(standing) + " that stand there, " + places + ".";
    }

    private static String place(int stage, Flow after) {
        return stage < 0
                ? "would be in no funnel, as no event of theirs names another stage"
                : "would stand at “" + after.stages().get(stage).label() + "”";
    }

    /** What changes beside the stages: targets that fall away, the hand-over, own reasons. */
    static List<String> beside(Definition before, Definition after) {
        List<String> sentences = new ArrayList<>();
        for (Stage stage : before.flow().stages()) {
            Long target = before.targets().get(stage.key());
            if (target != null && after.flow().indexOf(stage.key()) < 0) {
                sentences.add("The target of " + Numbers.of(target) + " for “" + stage.label() + "” falls away.");
            }
        }
        if (!Objects.equals(before.handover(), after.handover())) {
            sentences.add(handover(before, after));
        }
        if (!before.reasons().equals(after.reasons())) {
            sentences.add("Own reasons are others now: what a lead was turned down for is judged anew.");
        }
        return sentences;
    }

    private static String handover(Definition before, Definition after) {
        String now = label(after, after.handover());
        if (now == null) {
            return "Nobody takes leads over any more: there is no count of answered leads.";
        }
        String was = label(before, before.handover());
        return "Sales takes over at “" + now + "”" + (was == null ? "" : " in place of “" + was + "”")
                + ": leads handed over and answered are counted from there.";
    }

    private static @Nullable String label(Definition of, @Nullable String stage) {
        return stage == null
                ? null
                : of.flow().stages().get(of.flow().indexOf(stage)).label();
    }
}
