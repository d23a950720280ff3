package dev.tundish.dashboard.campaigns;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableRunnable;
import dev.tundish.campaign.Campaign;
import dev.tundish.campaign.Checked;
import dev.tundish.campaign.Checked.Fault;
import dev.tundish.campaign.Definition;
import dev.tundish.campaign.DefinitionRules;
import dev.tundish.campaign.Draft;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All fields of a campaign: shows a draft, and gives back what was made of it. It knows no saving. */
final class CampaignForm extends Div {

    private static final long serialVersionUID = 1;

    private final NamePart name;
    private final TimePart time = new TimePart();
    private final StagesPart stages;
    private final MoneyPart money;
    private final PromisePart promise = new PromisePart();
    private final ReasonsPart reasons;
    private final List<Part> parts;
    private final Span unplaced = new Span();

    /**
     * @param here the campaign that is changed, or null: one is made
     * @param all every campaign, for what can be chosen
     * @param me whoever sits before it
     * @param changed the stages, the hand-over or the reasons are others now
     */
    CampaignForm(@Nullable Campaign here, List<Campaign> all, String me, SerializableRunnable changed) {
        addClassName("t-campaign-form");
        Set<String> keys = new TreeSet<>();
        Set<String> owners = new TreeSet<>(Set.of(me));
        Set<String> tags = new TreeSet<>();
        Map<String, String> others = new LinkedHashMap<>();
        for (Campaign each : all) {
            keys.add(each.key());
            tags.addAll(each.definition().tags());
            if (each.definition().owner() != null) {
                owners.add(each.definition().owner());
            }
            if (here == null || !each.key().equals(here.key())) {
                others.put(each.key(), each.definition().name());
            }
        }
        name = new NamePart(here == null, keys, owners, tags);
        stages = new StagesPart(here == null, changed);
        money = new MoneyPart(others);
        reasons = new ReasonsPart(changed);
        parts = List.of(name, stages, time, money, promise, reasons);
        parts.forEach(this::add);
        unplaced.addClassName("t-wrong");
        unplaced.getElement().setAttribute("role", "alert");
        add(unplaced);
    }

    /** @param known whether the stages are those of a campaign that exists */
    void show(String key, Draft draft, boolean known) {
        name.show(key, draft);
        stages.show(draft, known);
        time.show(draft);
        money.show(draft);
        promise.show(draft);
        reasons.show(draft);
        forgive();
    }

    void proposeZone(String zone) {
        time.propose(zone);
    }

    void focusFirst() {
        name.focus();
    }

    /** What stands in the fields, right or wrong. */
    Wish wish() {
        return new Wish(
                name.key(),
                new Draft(
                        name.name(),
                        stages.template(),
                        stages.steps(),
                        time.zone(),
                        name.channel(),
                        time.launchedAt(),
                        time.endsAt(),
                        money.budget(),
                        stages.targets(),
                        money.predecessor(),
                        stages.handover(),
                        false,
                        time.window(),
                        reasons.reasons(),
                        name.owner(),
                        name.tags(),
                        name.archived(),
                        promise.promise(),
                        money.spend()));
    }

    /** The definition that the fields hold, or empty: what is wrong is said beside each field, and the first has the focus. */
    Optional<Definition> judged() {
        forgive();
        List<Fault> faults = new ArrayList<>();
        Checked checked = DefinitionRules.check(wish().draft());
        if (checked instanceof Checked.Wrong(List<Fault> wrong)) {
            faults.addAll(wrong);
        }
        parts.forEach(part -> faults.addAll(part.shapeless()));
        if (checked instanceof Checked.Right(Definition definition) && faults.isEmpty()) {
            return Optional.of(definition);
        }
        show(faults);
        return Optional.empty();
    }

    /** What the fields say of the counting alone, whatever else is wrong; empty while the stages make no flow. */
    Optional<Definition> counted() {
        return DefinitionRules.check(wish().counting()) instanceof Checked.Right(Definition definition)
                ? Optional.of(definition)
                : Optional.empty();
    }

    /** Shows faults beside their fields, and below the form what has no field. */
    void show(List<Fault> faults) {
        Component first = null;
        List<Fault> left = new ArrayList<>(faults);
        for (Part part : parts) {
            for (Fault fault : faults) {
                Component field = part.show(fault).orElse(null);
                if (field != null) {
                    left.remove(fault);
                }
                first = first == null ? field : first;
            }
        }
        unplaced.setText(left.stream().map(FaultWords::of).distinct().collect(Collectors.joining(" ")));
        if (first instanceof Focusable<?> field) {
            field.focus();
        }
    }

    private void forgive() {
        unplaced.setText("");
        parts.forEach(Part::forgive);
    }
}
