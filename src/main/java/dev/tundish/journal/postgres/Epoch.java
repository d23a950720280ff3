package dev.tundish.journal.postgres;

import static dev.tundish.journal.postgres.Session.get;

import dev.tundish.funnel.Journey;
import dev.tundish.funnel.JourneyState;
import dev.tundish.funnel.Rules;
import dev.tundish.funnel.Tally;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * A new epoch of a campaign's journeys and counters, beside the one that counts. Leads are folded from all of their
 * events, and may be folded again when they have gained some: the counters follow by the difference.
 */
final class Epoch {

    /**
     * A range in its order, where one lead is meant: while the table's statistics are behind, PostgreSQL takes the index
     * by number for as good as the one by lead, and reads the whole campaign for every lead.
     */
    private static final String KNOWN = """
            select k.lead, o.lead_no, n.state
            from unnest($4::text[]) as k(lead)
            left join lateral (
                select lead_no from journey where campaign_id = $1 and epoch = $2 and lead between k.lead and k.lead
                order by lead limit 1) o on true
            left join lateral (
                select state from journey where campaign_id = $1 and epoch = $3 and lead between k.lead and k.lead
                order by lead limit 1) n on true
            """;

    private static final String WRITE = """
            with journeys as (
                insert into journey (campaign_id, epoch, lead_no, lead, version, state)
                select $1, $2, j.lead_no, j.lead, j.version, decode(j.state, 'hex')
                from unnest($3::int[], $4::text[], $5::bigint[], $6::text[]) as j(lead_no, lead, version, state)
                on conflict (campaign_id, epoch, lead) do update set version = excluded.version, state = excluded.state)
            insert into tally (campaign_id, epoch, minute, code, leads, amount)
            select $1, $2, t.minute, t.code, t.leads, t.amount
            from unnest($7::int[], $8::text[], $9::bigint[], $10::numeric[]) as t(minute, code, leads, amount)
            on conflict (campaign_id, epoch, kind, minute, code) do update
            set leads = tally.leads + excluded.leads, amount = tally.amount + excluded.amount
            """;

    @SuppressWarnings("ArrayRecordComponent")
    private record Known(String lead, @Nullable Integer number, byte @Nullable [] state) {}

    @SuppressWarnings("ArrayRecordComponent")
    private record Folded(String lead, int number, long version, byte[] state) {}

    private record Cell(int minute, String code, long leads, BigDecimal amount) {}

    private final Session session;
    private final int campaign;
    private final int before;
    private final Rules rules;
    private final Scheduler scheduler;
    private final Set<String> unnumbered = new LinkedHashSet<>();

    /** @param before the epoch that counts: it knows the leads' numbers */
    Epoch(Session session, int campaign, int before, Rules rules, Scheduler scheduler) {
        this.session = session;
        this.campaign = campaign;
        this.before = before;
        this.rules = rules;
        this.scheduler = scheduler;
    }

    int number() {
        return before + 1;
    }

    /** Leads that were to be folded and have no number, because their row was lost; they wait for one. */
    Collection<String> unnumbered() {
        return unnumbered;
    }

    /** Folds these leads, with the numbers they have or are given here. Done when written, not yet when committed. */
    Mono<Void> fold(Collection<String> leads, Map<String, Integer> given) {
        if (leads.isEmpty()) {
            return Mono.empty();
        }
        Mono<List<Known>> known = session.rows(
                        KNOWN,
                        row -> new Known(
                                get(row.get(0, String.class)), row.get(1, Integer.class), row.get(2, byte[].class)),
                        campaign,
                        before,
                        number(),
                        leads.toArray(String[]::new))
                .collectList();
        return known.flatMap(rows -> LeadHistory.read(session, campaign, leads)
                .publishOn(scheduler)
                .flatMap(histories -> fold(rows, histories, given)));
    }

    private Mono<Void> fold(List<Known> leads, Map<String, LeadHistory> histories, Map<String, Integer> given) {
        List<Folded> folded = new ArrayList<>();
        Tally tally = new Tally(rules);
        for (Known known : leads) {
            Integer number = known.number() == null ? given.get(known.lead()) : known.number();
            LeadHistory history = histories.get(known.lead());
            if (number == null || history == null) {
                unnumbered.add(known.lead());
                continue;
            }
            JourneyState state = JourneyState.fold(rules, history.events());
            Journey last = known.state() == null
                    ? null
                    : JourneyState.decode(rules, known.state()).journey();
            tally.move(last, state.journey());
            folded.add(new Folded(known.lead(), number, history.version(), state.encode()));
        }
        return write(folded, tally);
    }

    private Mono<Void> write(List<Folded> folded, Tally tally) {
        List<Cell> cells = new ArrayList<>();
        tally.forEach((cell, leads, amount) -> cells.add(new Cell(cell.minute(), cell.code(), leads, amount)));
        Columns<Folded> j = new Columns<>(folded);
        Columns<Cell> t = new Columns<>(cells);
        return session.run(
                        WRITE,
                        campaign,
                        number(),
                        j.ints(Folded::number),
                        j.texts(Folded::lead),
                        j.longs(Folded::version),
                        j.bytes(Folded::state),
                        t.ints(Cell::minute),
                        t.texts(Cell::code),
                        t.longs(Cell::leads),
                        t.values(Cell::amount, new BigDecimal[t.size()]))
                .then();
    }
}
