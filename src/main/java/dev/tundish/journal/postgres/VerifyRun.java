package dev.tundish.journal.postgres;

import static dev.tundish.journal.postgres.Session.get;

import dev.tundish.funnel.Journey;
import dev.tundish.funnel.Rules;
import dev.tundish.funnel.SecondReading;
import dev.tundish.funnel.Tally;
import dev.tundish.journal.Verifier.Verification;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** One verification of one campaign, chunk by chunk of the leads that the log or the journeys know. */
final class VerifyRun {

    private static final int CHUNK = 1_000;

    private static final String LEADS = """
            (select lead from journey where campaign_id = $1 and epoch = $2 and lead > $3 order by lead limit $4)
            union
            (select distinct lead from event where campaign_id = $1 and lead > $3 order by lead limit $4)
            order by lead limit $4
            """;

    /** A range in its order for one lead, as in {@link Epoch}. */
    private static final String JOURNEYS = """
            select j.lead, j.lead_no, j.version, j.state
            from unnest($3::text[]) as k(lead)
            cross join lateral (
                select * from journey j where j.campaign_id = $1 and j.epoch = $2 and j.lead between k.lead and k.lead
                order by j.lead limit 1) j
            """;

    private static final String COUNTERS = "select minute, code, leads, amount from tally"
            + " where campaign_id = $1 and epoch = $2 order by kind, minute, code";

    @SuppressWarnings("ArrayRecordComponent")
    private record Kept(String lead, int number, long version, byte[] state) {}

    private final Session session;
    private final Head head;
    private final Rules rules;
    private final Scheduler scheduler;
    private final Findings findings = new Findings();
    private final Tally tally;
    private final BitSet numbers = new BitSet();
    private String last = "";
    private boolean more = true;
    private long events;
    private long leads;

    VerifyRun(Session session, Head head, Rules rules, Scheduler scheduler) {
        this.session = session;
        this.head = head;
        this.rules = rules;
        this.scheduler = scheduler;
        this.tally = new Tally(rules);
    }

    boolean hasMore() {
        return more;
    }

    /** Reads the next leads; subscribed again for the ones after them. */
    Mono<Void> chunk() {
        return Mono.defer(() -> session.rows(
                        LEADS, row -> get(row.get(0, String.class)), head.campaign(), head.epoch(), last, CHUNK)
                .collectList()
                .flatMap(this::check));
    }

    private Mono<Void> check(List<String> names) {
        more = names.size() == CHUNK;
        if (names.isEmpty()) {
            return Mono.empty();
        }
        last = names.getLast();
        Mono<Map<String, Kept>> kept = session.rows(
                        JOURNEYS,
                        row -> new Kept(
                                get(row.get(0, String.class)),
                                get(row.get(1, Integer.class)),
                                get(row.get(2, Long.class)),
                                get(row.get(3, byte[].class))),
                        head.campaign(),
                        head.epoch(),
                        names.toArray(String[]::new))
                .collectMap(Kept::lead);
        return kept.flatMap(journeys -> LeadHistory.read(session, head.campaign(), names)
                .publishOn(scheduler)
                .doOnNext(histories -> compare(names, new HashMap<>(journeys), histories))
                .then());
    }

    private void compare(List<String> names, Map<String, Kept> journeys, Map<String, LeadHistory> histories) {
        for (String lead : names) {
            LeadHistory history = histories.get(lead);
            Kept kept = journeys.get(lead);
            if (kept != null) {
                number(kept);
            }
            if (history == null) {
                findings.add("lead \"" + lead + "\" has a journey, but no event");
                continue;
            }
            events += history.events().size();
            leads++;
            if (history.version() > head.version()) {
                findings.add("an event of lead \"" + lead + "\" has the version " + history.version()
                        + ", the campaign is at " + head.version());
            }
            Journey expected = SecondReading.journey(rules, history.events());
            tally.move(null, expected);
            String difference = kept == null
                    ? "lead \"" + lead + "\" has events, but no journey"
                    : JourneyCheck.difference(rules, lead, kept.state(), expected);
            if (difference != null) {
                findings.add(difference);
            }
        }
    }

    private void number(Kept kept) {
        if (kept.number() < 0 || kept.number() >= head.leads()) {
            findings.add("lead \"" + kept.lead() + "\" has the number " + kept.number() + " of " + head.leads());
        } else {
            numbers.set(kept.number());
        }
        if (kept.version() > head.version()) {
            findings.add("the journey of lead \"" + kept.lead() + "\" has the version " + kept.version()
                    + ", the campaign is at " + head.version());
        }
    }

    /** After the last chunk: the counters, and what the head says. */
    Mono<Void> counters() {
        return Mono.defer(() -> {
            head("events", head.events(), events);
            head("leads", head.leads(), leads);
            for (int n = numbers.nextClearBit(0); n < head.leads(); n = numbers.nextClearBit(n + 1)) {
                findings.add("no lead has the number " + n);
            }
            TallyCheck check = new TallyCheck(tally, findings);
            return session.rows(
                            COUNTERS,
                            row -> {
                                check.take(
                                        get(row.get(0, Integer.class)),
                                        get(row.get(1, String.class)),
                                        get(row.get(2, Long.class)),
                                        get(row.get(3, BigDecimal.class)));
                                return true;
                            },
                            head.campaign(),
                            head.epoch())
                    .then()
                    .doOnSuccess(_ -> check.finish());
        });
    }

    private void head(String what, long kept, long read) {
        if (kept != read) {
            findings.add("the campaign's head counts " + kept + " " + what + ", the log has " + read);
        }
    }

    Verification result() {
        return new Verification(head.version(), events, leads, findings.count(), findings.words());
    }
}
