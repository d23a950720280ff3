package dev.tundish.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The demo's four campaigns, laid around the moment at which the demo starts: one that ended, its successor that was
 * launched this morning, one without salespeople, and one that fails for a reason that can be found.
 *
 * @param live when the demo starts; what is before is history
 * @param speed how many times as fast everything goes from then on
 */
record Acts(Instant live, double speed) {

    static final String LAUNCH = "product-launch";
    static final String PREDECESSOR = "winter-launch";
    static final String SELF_SERVE = "try-it-free";
    static final String FAILING = "small-business-offer";
    /** How long before the demo starts the launch was. */
    static final Duration LAUNCHED_BEFORE = Duration.ofMinutes(192);

    private static final String PROMISE =
            "Firms of fifty people and more,\nwho decide within the quarter\nand asked to see it.";
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final Duration DAY = Duration.ofDays(1);

    List<Act> all() {
        return List.of(predecessor(), launch(), selfServe(), failing());
    }

    /** Half-way through its history: when the failing campaign's targeting was changed. */
    Instant targetingChanged() {
        return live.minus(5, ChronoUnit.DAYS);
    }

    /** What marketing did in a campaign, as bodies of its changes. */
    List<Map<String, Object>> changes(String campaign) {
        return campaign.equals(FAILING)
                ? List.of(Map.of(
                        "what", "Partners send us no more firms under ten people",
                        "by", "marketer",
                        "at", targetingChanged().toString()))
                : List.of();
    }

    private Act predecessor() {
        Instant start = morning(live.minus(45, ChronoUnit.DAYS));
        Instant end = start.plus(21, ChronoUnit.DAYS);
        Act.Rate shape = t -> Rhythm.ofTheWeek(t, ZONE)
                * (0.45 + 1.5 * Math.exp(-Duration.between(start, t).toHours() / 70.0));
        double scale = Rhythm.scale(shape, start, end, 1200);
        Pace pace = pace(Duration.ofMinutes(100), Duration.ofHours(7), DAY, Duration.ofHours(60), live);
        return new Act(
                1,
                PREDECESSOR,
                owned(
                        definition("Winter launch", "sales-assisted", "paid search", start, end, "18000", 1000, 60),
                        "Tom Berg",
                        PROMISE,
                        "launch"),
                start,
                end,
                Duration.ofDays(20),
                t -> scale * shape.at(t),
                new SalesStory(Audience.GENERAL, pace, 0.52));
    }

    private Act launch() {
        Instant start = live.minus(LAUNCHED_BEFORE);
        Map<String, Object> definition =
                definition("Product launch", "sales-assisted", "paid search", start, null, "25000", 5000, 350);
        definition.put("predecessor", PREDECESSOR);
        owned(definition, "marketer", PROMISE, "launch");
        Pace pace = pace(
                Duration.ofMinutes(4), Duration.ofMinutes(8), Duration.ofMinutes(14), Duration.ofMinutes(18), start);
        return new Act(
                2,
                LAUNCH,
                definition,
                start,
                Instant.MAX,
                Duration.ofHours(8),
                t -> {
                    double risen = Rhythm.rise(t, start.minus(Duration.ofMinutes(15)), live);
                    return 17 * Math.pow(risen, 5) * Rhythm.waves(t) * faster(t);
                },
                new SalesStory(Audience.GENERAL, pace, 0.56));
    }

    private Act selfServe() {
        Instant start = morning(live.minus(14, ChronoUnit.DAYS));
        return new Act(
                3,
                SELF_SERVE,
                owned(
                        definition(
                                "Try it free",
                                "self-serve",
                                "product",
                                start,
                                start.plus(60, ChronoUnit.DAYS),
                                "6000",
                                10000,
                                1100),
                        "manager",
                        null,
                        "product"),
                start,
                Instant.MAX,
                DAY.multipliedBy(2),
                towards(3, start, 2600),
                new SelfServeStory(live, speed));
    }

    private Act failing() {
        Instant start = morning(live.minus(10, ChronoUnit.DAYS));
        Pace pace = pace(Duration.ofMinutes(20), Duration.ofMinutes(100), Duration.ofHours(6), DAY, live);
        Map<String, Object> definition = definition(
                "Small business offer",
                "sales-assisted",
                "partners",
                start,
                start.plus(30, ChronoUnit.DAYS),
                "9000",
                8000,
                640);
        definition.put("predecessor", PREDECESSOR);
        return new Act(
                4,
                FAILING,
                owned(
                        definition,
                        "marketer",
                        "Firms of ten people and more,\nwith money for it this year,\nwho asked us to call.",
                        "partners"),
                start,
                Instant.MAX,
                Duration.ofDays(5),
                towards(1.6, start, 2400),
                new SalesStory(new PartnerAudience(targetingChanged()), pace, 0.6));
    }

    /** A history with the rhythm of the week, so many leads in all, that rises over three hours to a live rate. */
    private Act.Rate towards(double liveRate, Instant start, double leads) {
        Act.Rate shape = t -> Rhythm.ofTheWeek(t, ZONE);
        double scale = Rhythm.scale(shape, start, live, leads);
        return t -> {
            double risen = Rhythm.rise(t, live.minus(Duration.ofHours(3)), live);
            return (1 - risen) * scale * shape.at(t) + risen * liveRate * Rhythm.waves(t) * faster(t);
        };
    }

    private double faster(Instant time) {
        return time.isBefore(live) ? 1 : speed;
    }

    private Pace pace(Duration qualify, Duration accept, Duration opportunity, Duration win, Instant officeUntil) {
        return new Pace(qualify, accept, opportunity, win, officeUntil, ZONE, live, speed);
    }

    private static Instant morning(Instant day) {
        return day.atZone(ZONE).with(LocalTime.of(9, 0)).toInstant();
    }

    private static Map<String, Object> owned(
            Map<String, Object> definition, String owner, @Nullable String promise, String tag) {
        definition.put("owner", owner);
        definition.put("tags", List.of(tag));
        if (promise != null) {
            definition.put("promise", promise);
        }
        return definition;
    }

    private static Map<String, Object> definition(
            String name,
            String template,
            String channel,
            Instant launched,
            @Nullable Instant ends,
            String budget,
            int captured,
            int converted) {
        Map<String, Object> definition = new LinkedHashMap<>();
        definition.put("name", name);
        definition.put("template", template);
        definition.put("zone", ZONE.getId());
        definition.put("channel", channel);
        definition.put("launchedAt", launched.toString());
        if (ends != null) {
            definition.put("endsAt", ends.toString());
        }
        definition.put("budget", Map.of("amount", budget, "currency", "EUR"));
        definition.put("targets", Map.of("captured", captured, "converted", converted));
        return definition;
    }
}
