package dev.tundish.api.reports;

import dev.tundish.funnel.Flow;
import dev.tundish.funnel.Happening;
import dev.tundish.funnel.Journey;
import dev.tundish.funnel.LeadEvent;
import dev.tundish.funnel.Verdict;
import dev.tundish.journal.Card;
import dev.tundish.journal.LeadLog;
import dev.tundish.journal.Recorded;
import dev.tundish.report.Reports;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Leads in the contract's form (contract, 4). Only for keys with the scope {@code leads}. */
final class LeadJson {

    private LeadJson() {}

    static Map<String, @Nullable Object> page(Reports.LeadPage page) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put(
                "leads",
                page.leads().stream()
                        .map(lead -> journey(
                                lead.lead(), lead.journey(), page.rules().flow()))
                        .toList());
        members.put("next", page.next());
        members.put("total", page.total());
        members.put("version", page.version());
        return members;
    }

    static Map<String, @Nullable Object> lead(String lead, LeadLog log) {
        Map<String, @Nullable Object> members =
                journey(lead, log.journey(), log.rules().flow());
        members.put("card", card(log.card()));
        members.put("events", log.events().stream().map(LeadJson::event).toList());
        members.put("version", log.version());
        return members;
    }

    private static Map<String, @Nullable Object> journey(String lead, Journey journey, Flow flow) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("lead", lead);
        members.put("status", journey.status().name().toLowerCase(Locale.ROOT));
        members.put(
                "stage",
                journey.stage() < 0 ? null : flow.stages().get(journey.stage()).key());
        members.put("reason", journey.reason());
        members.put("voided", journey.voided());
        Map<String, String> reached = new LinkedHashMap<>();
        for (int k = 0; k <= journey.stage(); k++) {
            reached.put(flow.stages().get(k).key(), Times.text(journey.reached()[k]));
        }
        members.put("reached", reached);
        members.put("attributes", new TreeMap<>(journey.attributes()));
        members.put("value", journey.value() == null ? null : Amounts.of(journey.value()));
        members.put("verdict", verdict(journey.verdict()));
        return members;
    }

    private static @Nullable Map<String, Object> verdict(@Nullable Verdict verdict) {
        if (verdict == null) {
            return null;
        }
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("source", verdict.source().name().toLowerCase(Locale.ROOT));
        members.put("verdict", verdict.mark().name().toLowerCase(Locale.ROOT));
        members.put("reasons", verdict.reasons());
        members.put("at", Times.text(verdict.at()));
        return members;
    }

    private static @Nullable Map<String, Object> card(@Nullable Card card) {
        if (card == null) {
            return null;
        }
        Map<String, Object> members = new LinkedHashMap<>();
        put(members, "name", card.name());
        put(members, "company", card.company());
        put(members, "email", card.email());
        put(members, "phone", card.phone());
        put(members, "url", card.url());
        put(members, "owner", card.owner());
        return members;
    }

    private static Map<String, Object> event(Recorded recorded) {
        LeadEvent event = recorded.event();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", event.id());
        members.put("type", event.what().type());
        members.put("at", Times.text(event.at()));
        switch (event.what()) {
            case Happening.Reached(String stage) -> members.put("stage", stage);
            case Happening.Disqualified(String reason) -> members.put("reason", reason);
            case Happening.Rejected(String reason) -> members.put("reason", reason);
            case Happening.Lost(String reason) -> members.put("reason", reason);
            case Happening.Reverted(String reason) -> members.put("reason", reason);
            case Happening.Voided(String reason) -> put(members, "reason", reason);
            case Happening.Feedback said -> {
                members.put("verdict", said.verdict().name().toLowerCase(Locale.ROOT));
                members.put("reasons", said.reasons());
            }
            case Happening.Captured(),
                    Happening.Qualified(),
                    Happening.Accepted(),
                    Happening.Converted(),
                    Happening.Restored() -> {}
        }
        put(members, "comment", recorded.comment());
        put(members, "value", event.value() == null ? null : Amounts.of(event.value()));
        if (!event.attributes().isEmpty()) {
            members.put("attributes", new TreeMap<>(event.attributes()));
        }
        put(members, "by", recorded.by());
        members.put("receivedAt", recorded.receivedAt().toString());
        members.put("version", recorded.version());
        return members;
    }

    private static void put(Map<String, Object> members, String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, value);
        }
    }
}
