package dev.tundish.campaign;

import dev.tundish.campaign.Definition.OwnReason;
import dev.tundish.funnel.Flow;
import dev.tundish.funnel.Money;
import dev.tundish.grammar.Currencies;
import dev.tundish.grammar.Names;
import dev.tundish.grammar.Spans;
import dev.tundish.grammar.Text;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a campaign (contract, 5), for requests and forms alike: every default filled in, and all that is wrong said
 * at once. What only the other campaigns decide (a predecessor, a circle) is seen when it is saved.
 */
public final class DefinitionRules {

    /** Characters of a name and of a channel. */
    public static final int NAME = 200;

    /** Characters of a label. */
    public static final int LABEL = 64;

    /** Characters of who owns it. */
    public static final int OWNER = 128;

    /** Characters of a promise. */
    public static final int PROMISE = 2_000;

    /** How many tags it has at most. */
    public static final int TAGS = 20;

    /** How many reasons of its own it has at most. */
    public static final int REASONS = 200;

    /** What a target is at most. */
    public static final long TARGET = 1_000_000_000_000L;

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final Duration WITH_HANDOVER = Duration.ofDays(30);
    private static final Duration SELF_SERVE = Duration.ofDays(14);

    private final Draft draft;
    private final Faults faults;

    private DefinitionRules(Draft draft, Faults faults) {
        this.draft = draft;
        this.faults = faults;
    }

    /** The definition that a draft is, or what is wrong with it. */
    public static Checked check(Draft draft) {
        Faults faults = new Faults();
        Definition definition = new DefinitionRules(draft, faults).definition();
        return definition == null ? new Checked.Wrong(faults.all()) : new Checked.Right(definition);
    }

    /** The time that leads are usually allowed: longer where sales takes them over. */
    public static Duration usualWindow(boolean handedOver) {
        return handedOver ? WITH_HANDOVER : SELF_SERVE;
    }

    /** The stage at which sales usually takes over in a flow, or null: it accepts nothing. */
    public static @Nullable String usualHandover(Flow flow) {
        return flow.indexOf("accepted") >= 0 && flow.indexOf("qualified") >= 0 ? "qualified" : null;
    }

    private @Nullable Definition definition() {
        String name = draft.name();
        if (name == null) {
            faults.add("name", "is needed: what people call the campaign.");
        } else {
            faults.line("name", name, NAME);
        }
        FlowRules flows = new FlowRules(draft, faults);
        Flow flow = flows.flow();
        ZoneId zone = zone();
        faults.line("channel", draft.channel(), NAME);
        if (draft.launchedAt() != null
                && draft.endsAt() != null
                && !draft.endsAt().isAfter(draft.launchedAt())) {
            faults.add("endsAt", "must be after \"launchedAt\".");
        }
        Money budget = money("budget", draft.budget());
        Money spend = money("spend", draft.spend());
        targets(flow);
        if (draft.predecessor() != null && !Names.isCampaignKey(draft.predecessor())) {
            faults.add("predecessor", "must be the key of another campaign.");
        }
        String handover = draft.usualHandover() && flow != null ? usualHandover(flow) : draft.handover();
        if (handover != null && flow != null && flow.indexOf(handover) < 0) {
            faults.add("handover", "must be a stage of the flow, or null.");
        }
        window();
        reasons();
        faults.line("owner", draft.owner(), OWNER);
        tags();
        faults.lines("promise", draft.promise(), PROMISE);
        if (faults.any() || name == null || flow == null) {
            return null;
        }
        return new Definition(
                name,
                flows.template(flow),
                flow,
                zone,
                draft.channel(),
                draft.launchedAt(),
                draft.endsAt(),
                budget,
                draft.targets(),
                draft.predecessor(),
                handover,
                draft.window() == null ? usualWindow(handover != null) : draft.window(),
                draft.reasons().stream()
                        .map(reason -> new OwnReason(reason.key(), Text.trim(reason.label()), reason.quality()))
                        .toList(),
                draft.owner(),
                draft.tags(),
                draft.archived(),
                draft.promise(),
                spend);
    }

    private ZoneId zone() {
        String zone = draft.zone();
        if (zone == null) {
            return UTC;
        }
        if (!"Z".equals(zone) && !ZoneId.getAvailableZoneIds().contains(zone)) {
            faults.add("zone", "must be a time zone, such as Europe/Amsterdam.");
            return UTC;
        }
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            faults.add("zone", "is not known to this system.");
            return UTC;
        }
    }

    private @Nullable Money money(String field, Draft.@Nullable Sum sum) {
        if (sum == null) {
            return null;
        }
        if (!Names.isAmount(sum.amount()) || !Currencies.isActive(sum.currency())) {
            faults.add(field, "must be such as {\"amount\": \"5000\", \"currency\": \"EUR\"}: the amount as text.");
            return null;
        }
        return new Money(new BigDecimal(sum.amount()), sum.currency());
    }

    private void targets(@Nullable Flow flow) {
        for (Map.Entry<String, Long> target : draft.targets().entrySet()) {
            long wanted = target.getValue();
            if (flow != null && flow.indexOf(target.getKey()) < 0) {
                faults.add("targets", "must have keys that are stages of the flow.");
            } else if (wanted < 0 || wanted > TARGET) {
                faults.add("targets." + target.getKey(), "must be a whole number, 0 or more.");
            }
        }
    }

    private void window() {
        Duration window = draft.window();
        if (window != null && (!window.isPositive() || window.compareTo(Spans.LONGEST) > 0)) {
            faults.add(
                    "window",
                    "must be a duration of weeks, days or time, such as P30D: more than 0, at most 3,660 days.");
        }
    }

    private void reasons() {
        List<OwnReason> reasons = draft.reasons();
        if (reasons.size() > REASONS) {
            faults.add("reasons", "must be a list of at most " + REASONS + " objects.");
        }
        Set<String> keys = new HashSet<>();
        for (int n = 0; n < reasons.size(); n++) {
            OwnReason reason = reasons.get(n);
            if (!Names.isSlug(reason.key()) || !Text.isLine(reason.label(), LABEL)) {
                faults.add("reasons[" + n + "]", "must have a \"key\" (a slug) and a \"label\" of 1 to 64 characters.");
            } else if (!keys.add(reason.key())) {
                faults.add("reasons[" + n + "].key", "stands twice.");
            }
        }
    }

    private void tags() {
        List<String> tags = draft.tags();
        if (tags.size() > TAGS) {
            faults.add("tags", "must be a list of at most " + TAGS + " tags.");
        }
        Set<String> seen = new HashSet<>();
        for (int n = 0; n < tags.size(); n++) {
            if (!Names.isCampaignKey(tags.get(n))) {
                faults.add("tags[" + n + "]", "must be 1 to 64 of a to z, 0 to 9 and -, and does not begin with -.");
            } else if (!seen.add(tags.get(n))) {
                faults.add("tags[" + n + "]", "stands twice.");
            }
        }
    }
}
