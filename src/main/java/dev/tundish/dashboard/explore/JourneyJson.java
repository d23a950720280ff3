package dev.tundish.dashboard.explore;

import dev.tundish.campaign.Campaign;
import dev.tundish.campaign.Definition;
import dev.tundish.dashboard.campaign.EventWords;
import dev.tundish.dashboard.campaign.ReasonWords;
import dev.tundish.funnel.Effect;
import dev.tundish.funnel.Effects;
import dev.tundish.funnel.Journey;
import dev.tundish.funnel.LeadEvent;
import dev.tundish.funnel.Status;
import dev.tundish.funnel.Verdict;
import dev.tundish.journal.Card;
import dev.tundish.journal.LeadLog;
import dev.tundish.journal.Recorded;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A lead's journey in the shape that {@code frontend/tundish/journey.ts} reads. Only for those who may see leads. */
final class JourneyJson {

    private static final Duration LATE = Duration.ofMinutes(10);

    private JourneyJson() {}

    /**
     * @param number the lead's, for addresses
     * @param status open, out, converted, expired, or unknown: in no funnel
     * @param stage where it is
     * @param allowed seconds that it is given to move on
     */
    record Shown(
            String key,
            String campaign,
            String zone,
            int number,
            String lead,
            @Nullable Card card,
            String status,
            @Nullable String stage,
            @Nullable String reason,
            boolean voided,
            long allowed,
            List<Stage> stages,
            @Nullable Said verdict,
            Json.@Nullable Value value,
            Map<String, String> attributes,
            List<Event> events) {}

    /** @param seen whether an own event put the lead there */
    record Stage(String label, @Nullable Long at, boolean seen) {}

    record Said(boolean good, boolean stated, List<String> reasons, long at) {}

    /**
     * @param late seconds between its happening and its coming in, when it is more than ten minutes
     * @param counts what it does to the journey, in words
     * @param idle whether something else went over all that it says
     */
    record Event(
            long at,
            @Nullable Long late,
            String words,
            String tone,
            @Nullable String by,
            @Nullable String comment,
            Json.@Nullable Value value,
            Map<String, String> attributes,
            List<String> counts,
            boolean idle) {}

    static String of(Campaign campaign, int number, String lead, LeadLog log, Instant now) {
        Definition definition = campaign.definition();
        Journey journey = log.journey();
        ReasonWords reasons = new ReasonWords(definition);
        Verdict verdict = journey.verdict();
        return Json.text(new Shown(
                campaign.key(),
                definition.name(),
                Json.zone(definition.zone()),
                number,
                lead,
                log.card(),
                status(journey, definition, now),
                journey.stage() < 0
                        ? null
                        : log.rules().flow().stages().get(journey.stage()).label(),
                journey.reason() == null ? null : reasons.label(journey.reason()),
                journey.voided(),
                definition.window().toSeconds(),
                stages(log),
                verdict == null
                        ? null
                        : new Said(
                                verdict.mark() == dev.tundish.funnel.Mark.GOOD,
                                verdict.source() == Verdict.Source.STATED,
                                verdict.reasons().stream().map(reasons::label).toList(),
                                verdict.at() / 1000),
                Json.value(journey.value()),
                new TreeMap<>(journey.attributes()),
                events(log, definition)));
    }

    /** Of a lead that is under way, whether its time is over. */
    private static String status(Journey journey, Definition definition, Instant now) {
        if (journey.stage() < 0) {
            return "unknown";
        }
        boolean over = journey.status() == Status.OPEN
                && Instant.ofEpochMilli(journey.reached()[0] / 1000)
                        .plus(definition.window())
                        .isBefore(now);
        return over ? "expired" : journey.status().name().toLowerCase(Locale.ROOT);
    }

    private static List<Stage> stages(LeadLog log) {
        List<Stage> stages = new ArrayList<>();
        for (int k = 0; k < log.rules().flow().size(); k++) {
            long at = log.journey().reached()[k];
            stages.add(new Stage(
                    log.rules().flow().stages().get(k).label(),
                    at == Journey.NEVER ? null : Long.valueOf(at / 1000),
                    log.journey().asserted()[k] != Journey.NEVER));
        }
        return stages;
    }

    private static List<Event> events(LeadLog log, Definition definition) {
        List<Effect> effects = Effects.of(
                log.rules(), log.events().stream().map(Recorded::event).toList());
        EffectWords says = new EffectWords(log.rules().flow());
        EventWords words = new EventWords(definition);
        List<Event> events = new ArrayList<>();
        for (int n = 0; n < effects.size(); n++) {
            Recorded recorded = log.events().get(n);
            LeadEvent event = recorded.event();
            Effect effect = effects.get(n);
            Duration late = Duration.between(Instant.ofEpochMilli(event.at() / 1000), recorded.receivedAt());
            events.add(new Event(
                    event.at() / 1000,
                    late.compareTo(LATE) > 0 ? Long.valueOf(late.toSeconds()) : null,
                    words.words(event.what()),
                    words.tone(event.what()).name().toLowerCase(Locale.ROOT),
                    recorded.by(),
                    recorded.comment(),
                    Json.value(event.value()),
                    new TreeMap<>(event.attributes()),
                    says.of(event, effect),
                    EffectWords.isIdle(effect)));
        }
        return events;
    }
}
