package dev.tundish.dashboard.campaigns;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.function.SerializableRunnable;
import dev.tundish.campaign.Checked.Fault;
import dev.tundish.campaign.DefinitionRules;
import dev.tundish.campaign.Draft;
import dev.tundish.campaign.FlowRules;
import dev.tundish.funnel.Flow;
import dev.tundish.funnel.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The stages in their order, what is hoped for at each, and where sales takes over. */
final class StagesPart extends Part implements StageRow.Flow {

    private static final long serialVersionUID = 1;
    private static final String OWN = "own";
    private static final String NOBODY = "";

    private final RadioButtonGroup<String> template = new RadioButtonGroup<>("Begin with");
    private final Div rows = new Div();
    private final Button add = new Button("Add a stage", _ -> add());
    private final Select<String> handover = field("handover", new Select<>());
    private final Span said = new Span();
    private final List<StageRow> stages = new ArrayList<>();
    private final SerializableRunnable changed;
    private boolean filling;

    /** @param fresh whether the campaign is still to be made: then a template can be chosen */
    StagesPart(boolean fresh, SerializableRunnable changed) {
        super(
                "Stages",
                "The way of a lead, from the first touch to the sale: 2 to 10 stages. A later stage implies the earlier ones. "
                        + "Move one by its buttons, or with Alt and the arrow keys.");
        this.changed = changed;
        template.setId("campaign-template");
        template.setItems("sales-assisted", "self-serve", OWN);
        template.setItemLabelGenerator(name -> switch (name) {
            case "sales-assisted" -> "Sales takes leads over";
            case "self-serve" -> "Customers buy by themselves";
            default -> "Stages of our own";
        });
        template.setVisible(fresh);
        template.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                begin(event.getValue());
            }
        });
        rows.addClassName("t-rows");
        rows.setId("campaign-stages");
        add.setId("add-stage");
        handover.setId("campaign-handover");
        handover.setLabel("Sales takes over at");
        handover.setItemLabelGenerator(this::words);
        handover.addValueChangeListener(event -> {
            handover.setInvalid(false);
            if (event.isFromClient()) {
                changed.run();
            }
        });
        said.addClassName("t-said");
        said.getElement().setAttribute("role", "status");
        Div foot = new Div(add, handover);
        foot.addClassName("t-stage-foot");
        add(template, rows, foot, said);
    }

    private String words(@Nullable String stage) {
        if (stage == null || stage.equals(NOBODY)) {
            return "Nobody takes over";
        }
        return stages.stream()
                .filter(row -> row.step().key().equals(stage))
                .map(StageRow::name)
                .findFirst()
                .orElse(stage);
    }

    private void begin(String name) {
        Flow flow = FlowRules.TEMPLATES.get(name);
        if (flow == null) {
            return;
        }
        fill(steps(flow), Map.of(), false);
        takeOver(DefinitionRules.usualHandover(flow));
        changed();
    }

    private static List<Draft.Step> steps(Flow flow) {
        return flow.stages().stream()
                .map(stage -> Wish.step(stage.key(), stage.label(), stage.shortLabel()))
                .toList();
    }

    /** @param known whether the stages are a campaign's own: their keys stand in its events */
    void show(Draft draft, boolean known) {
        List<Draft.Step> steps = draft.flow() == null ? steps(Flow.SALES_ASSISTED) : draft.flow();
        fill(steps, draft.targets(), known);
        takeOver(draft.handover());
        template.setValue(templateNow());
    }

    private void fill(List<Draft.Step> steps, Map<String, Long> targets, boolean known) {
        filling = true;
        stages.clear();
        rows.removeAll();
        for (Draft.Step step : steps) {
            StageRow row = new StageRow(step, targets.get(step.key()), known, this);
            stages.add(row);
            rows.add(row);
        }
        filling = false;
        place();
    }

    private void add() {
        StageRow row = new StageRow(Wish.step("", "", null), null, false, this);
        stages.add(stages.size() - 1, row);
        rows.addComponentAtIndex(stages.size() - 2, row);
        place();
        row.label.focus();
        say("A stage was added before the last one. Name it.");
        changed();
    }

    @Override
    public void move(StageRow row, int by, Focusable<?> pressed) {
        int from = stages.indexOf(row);
        int to = from + by;
        if (to < 0 || to >= stages.size()) {
            return;
        }
        stages.remove(row);
        stages.add(to, row);
        rows.remove(row);
        rows.addComponentAtIndex(to, row);
        place();
        // What was pressed may be off at the end of the list; then the other direction is what is left to press.
        Focusable<?> next = pressed == row.up && to == 0
                ? row.down
                : pressed == row.down && to == stages.size() - 1 ? row.up : pressed;
        next.focus();
        say(row.name() + " is stage " + (to + 1) + " of " + stages.size() + ".");
        changed();
    }

    @Override
    public void remove(StageRow row) {
        int at = stages.indexOf(row);
        stages.remove(row);
        rows.remove(row);
        place();
        stages.get(Math.min(at, stages.size() - 1)).label.focus();
        say(row.name() + " was removed.");
        changed();
    }

    @Override
    public void changed() {
        if (filling) {
            return;
        }
        template.setValue(templateNow());
        takeOver(handover());
        changed.run();
    }

    private void place() {
        for (int n = 0; n < stages.size(); n++) {
            stages.get(n).place(n, stages.size(), stages.size() > Flow.MIN_STAGES);
        }
        add.setEnabled(stages.size() < Flow.MAX_STAGES);
    }

    private void say(String words) {
        said.setText(words);
    }

    /** The choice follows the stages; a stage that is gone is no choice, and that is said. */
    private void takeOver(@Nullable String stage) {
        List<String> keys = new ArrayList<>();
        keys.add(NOBODY);
        steps().stream()
                .map(Draft.Step::key)
                .filter(key -> !key.isEmpty() && !keys.contains(key))
                .forEach(keys::add);
        boolean gone = stage != null && !keys.contains(stage);
        handover.setItems(keys);
        handover.setValue(stage == null || gone ? NOBODY : stage);
        handover.setHelperText(
                gone
                        ? "The stage that sales took over at is gone: choose another, or nobody takes over."
                        : "From there on a lead waits for an answer of sales.");
    }

    private String templateNow() {
        List<Draft.Step> now = steps();
        for (Map.Entry<String, Flow> each : FlowRules.TEMPLATES.entrySet()) {
            if (same(now, each.getValue())) {
                return each.getKey();
            }
        }
        return OWN;
    }

    private static boolean same(List<Draft.Step> steps, Flow flow) {
        List<Stage> stages = flow.stages();
        if (steps.size() != stages.size()) {
            return false;
        }
        for (int n = 0; n < steps.size(); n++) {
            Draft.Step step = steps.get(n);
            Stage stage = stages.get(n);
            String brief = step.brief() == null ? Stage.of("x", step.label()).shortLabel() : step.brief();
            if (!step.key().equals(stage.key())
                    || !step.label().equals(stage.label())
                    || !brief.equals(stage.shortLabel())) {
                return false;
            }
        }
        return true;
    }

    @Override
    List<Fault> shapeless() {
        List<Fault> faults = new ArrayList<>();
        for (StageRow row : stages) {
            if (!row.target.isEmpty() && target(row) == null) {
                faults.add(new Fault("targets." + row.step().key(), "is no whole number."));
            }
        }
        return faults;
    }

    private static @Nullable Long target(StageRow row) {
        String text = row.target.getValue().strip();
        return text.matches("[0-9]{1,15}") ? Long.valueOf(text) : null;
    }

    @Override
    Optional<Component> at(String name) {
        if (name.startsWith("targets.")) {
            return stages.stream()
                    .filter(row -> row.step().key().equals(name.substring(8)))
                    .map(row -> (Component) row.target)
                    .findFirst();
        }
        if (!name.startsWith("flow[")) {
            return super.at(name);
        }
        int n = Integer.parseInt(name.substring(5, name.indexOf(']')));
        if (n >= stages.size()) {
            return Optional.empty();
        }
        StageRow row = stages.get(n);
        return Optional.of(name.endsWith(".key") ? row.key : name.endsWith(".short") ? row.brief : row.label);
    }

    @Override
    void forgive() {
        super.forgive();
        stages.forEach(
                row -> List.of(row.label, row.brief, row.key, row.target).forEach(field -> field.setInvalid(false)));
    }

    List<Draft.Step> steps() {
        return stages.stream().map(StageRow::step).toList();
    }

    Map<String, Long> targets() {
        Map<String, Long> targets = new LinkedHashMap<>();
        stages.forEach(row -> {
            Long wanted = target(row);
            if (wanted != null) {
                targets.put(row.step().key(), wanted);
            }
        });
        return targets;
    }

    @Nullable
    String template() {
        String name = templateNow();
        return name.equals(OWN) ? null : name;
    }

    @Nullable
    String handover() {
        String stage = handover.getValue();
        return stage == null || stage.equals(NOBODY) ? null : Objects.requireNonNull(stage);
    }
}
