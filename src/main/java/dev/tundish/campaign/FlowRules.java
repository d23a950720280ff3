package dev.tundish.campaign;

import dev.tundish.funnel.Flow;
import dev.tundish.funnel.Stage;
import dev.tundish.grammar.Names;
import dev.tundish.grammar.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of a campaign's flow (contract, 1 and 5). */
public final class FlowRules {

    /** The templates by name. */
    public static final Map<String, Flow> TEMPLATES = templates();

    private final Draft draft;
    private final Faults faults;

    FlowRules(Draft draft, Faults faults) {
        this.draft = draft;
        this.faults = faults;
    }

    private static Map<String, Flow> templates() {
        Map<String, Flow> templates = new LinkedHashMap<>();
        templates.put("sales-assisted", Flow.SALES_ASSISTED);
        templates.put("self-serve", Flow.SELF_SERVE);
        return java.util.Collections.unmodifiableMap(templates);
    }

    /** The flow, from {@code flow} or else {@code template}; null when what was wrong has been noted. */
    @Nullable
    Flow flow() {
        String template = draft.template();
        if (template != null && !TEMPLATES.containsKey(template)) {
            faults.add("template", "must be sales-assisted or self-serve.");
        }
        if (draft.flow() != null) {
            return stages(draft.flow());
        }
        if (template == null) {
            faults.add("flow", "is needed, or \"template\": sales-assisted or self-serve.");
            return null;
        }
        return TEMPLATES.get(template);
    }

    /** The template's name, when the flow is still the template's. */
    @Nullable
    String template(Flow flow) {
        String template = draft.template();
        return template != null && flow.equals(TEMPLATES.get(template)) ? template : null;
    }

    private @Nullable Flow stages(List<Draft.Step> steps) {
        if (steps.size() < Flow.MIN_STAGES || steps.size() > Flow.MAX_STAGES) {
            return faults.add("flow", "must be a list of 2 to 10 stages.");
        }
        List<Stage> stages = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (int n = 0; n < steps.size(); n++) {
            Stage stage = stage("flow[" + n + "]", steps.get(n));
            if (stage != null && !keys.add(stage.key())) {
                faults.add("flow[" + n + "].key", "stands twice; the keys of a flow are unique.");
            } else if (stage != null) {
                stages.add(stage);
            }
        }
        return stages.size() == steps.size() ? new Flow(stages) : null;
    }

    private @Nullable Stage stage(String field, Draft.Step step) {
        String brief = step.brief();
        if (!Names.isSlug(step.key())) {
            return faults.add(field + ".key", "must be 1 to 64 of a to z, 0 to 9 and _.");
        }
        if (!Text.isLine(step.label(), DefinitionRules.LABEL)) {
            return faults.add(field + ".label", "must be text of 1 to 64 characters.");
        }
        if (brief == null) {
            return Stage.of(step.key(), step.label());
        }
        return Text.isLine(brief, Stage.SHORT)
                ? new Stage(step.key(), step.label(), brief)
                : faults.add(field + ".short", "must be text of 1 to 12 characters.");
    }
}
