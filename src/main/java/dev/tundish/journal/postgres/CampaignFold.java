package dev.tundish.journal.postgres;

import dev.tundish.funnel.Rules;
import dev.tundish.funnel.Tally;
import dev.tundish.journal.Outcome.Rejected;
import dev.tundish.journal.RejectCode;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a batch does to one campaign, worked out in memory while the campaign's head is locked. */
final class CampaignFold {

    /** Different attributes that a campaign may have (contract, 2). */
    static final int MAX_ATTRIBUTES = 200;

    /** A lead as the table holds it. */
    record Stored(int number, byte[] state) {}

    private final Head head;
    private final Rules rules;
    private final Map<String, Stored> stored = new HashMap<>();
    private final Set<String> attributes = new HashSet<>();
    private final Set<String> freshAttributes = new HashSet<>();
    private final Map<String, LeadFold> leads = new LinkedHashMap<>();
    private int freshLeads;
    private int events;

    CampaignFold(Head head, Rules rules) {
        this.head = head;
        this.rules = rules;
    }

    Head head() {
        return head;
    }

    Rules rules() {
        return rules;
    }

    /** The version that the batch makes. */
    long version() {
        return head.version() + 1;
    }

    void hold(String lead, Stored row) {
        stored.put(lead, row);
    }

    void holdAttributes(Collection<String> keys) {
        attributes.addAll(keys);
    }

    /** Takes an entry that was inserted; why it is to be taken out again, or null. */
    @Nullable
    Rejected take(Slot slot) {
        Set<String> keys = slot.entry().event().attributes().keySet();
        Set<String> fresh = new HashSet<>(keys);
        fresh.removeAll(attributes);
        if (!fresh.isEmpty() && attributes.size() + fresh.size() > MAX_ATTRIBUTES) {
            return new Rejected(
                    RejectCode.TOO_MANY_ATTRIBUTES,
                    "the campaign would have more than " + MAX_ATTRIBUTES + " attributes");
        }
        String name = slot.entry().lead();
        LeadFold lead = leads.get(name);
        boolean met = lead != null;
        if (lead == null) {
            lead = open(name);
        }
        if (!lead.hasRoomFor(keys)) {
            return new Rejected(
                    RejectCode.TOO_MANY_ATTRIBUTES,
                    "the lead would have more than " + LeadFold.MAX_ATTRIBUTES + " attributes");
        }
        if (!met) {
            leads.put(name, lead);
            freshLeads += lead.before == null ? 1 : 0;
        }
        lead.take(slot.entry().event());
        attributes.addAll(fresh);
        freshAttributes.addAll(fresh);
        events++;
        return null;
    }

    private LeadFold open(String name) {
        Stored row = stored.get(name);
        return row == null
                ? LeadFold.unknown(rules, name, head.leads() + freshLeads)
                : LeadFold.known(rules, name, row.number(), row.state());
    }

    /** The leads that changed. */
    Collection<LeadFold> leads() {
        return leads.values();
    }

    @Nullable
    LeadFold lead(String name) {
        return leads.get(name);
    }

    Set<String> freshAttributes() {
        return freshAttributes;
    }

    int freshLeads() {
        return freshLeads;
    }

    /** How many events the log gains. */
    int events() {
        return events;
    }

    boolean changed() {
        return events > 0;
    }

    /** What the counters gain and lose, each once however many leads move it. */
    Tally tally() {
        Tally tally = new Tally(rules);
        leads.values().forEach(lead -> tally.move(lead.before, lead.state.journey()));
        return tally;
    }
}
