package dev.tundish.journal.postgres;

/**
 * The statements of a batch's transaction: a handful, whatever its size. Lists go in as arrays. Rows are looked up one by
 * one through an index ({@code lateral ... limit}): a plan that was made while a table was empty, and is kept, must not
 * read all of it when it has grown.
 */
final class BatchSql {

    private BatchSql() {}

    /** First and alone: a later statement sees what was committed before the locks were granted. */
    static final String LOCK = "select " + Head.COLUMNS + """
             from campaign_head where campaign_id = any($1) order by campaign_id for no key update skip locked
            """;

    static final String ATTRIBUTES = "select campaign_id, key from campaign_attribute where campaign_id = any($1)";

    /** Inserts what is to be kept, and returns the rows that were not inserted, with the content the log had before. */
    static final String INSERT = """
            with given as materialized (
                select * from unnest($1::int[], $2::text[], $3::text[], $4::bigint[], $5::text[], $6::text[],
                        $7::text[], $8::bigint[], $9::boolean[])
                    with ordinality as g(campaign_id, id, lead, at, type, detail, content, version, keep, n)),
            fresh as (
                insert into event (campaign_id, id, lead, at, type, detail, content, version, received_at)
                select campaign_id, id, lead, at, type, detail::jsonb, decode(content, 'hex'), version, $10::timestamptz
                from given where keep
                on conflict do nothing
                returning campaign_id, id)
            select g.n::int, e.content
            from given g
            left join fresh f on f.campaign_id = g.campaign_id and f.id = g.id
            left join lateral (
                select e.content from event e where e.campaign_id = g.campaign_id
                    and e.id between g.id and g.id order by e.id limit 1) e on true
            where f.id is null
            """;

    static final String REMOVE = """
            delete from event e using unnest($1::int[], $2::text[]) as k(campaign_id, id)
            where e.campaign_id = k.campaign_id and e.id = k.id
            """;

    /**
     * The range of one lead and its order make for the index on leads: on a table that was filled a moment ago, of which
     * there are no statistics yet, equality alone may be looked up by another index, reading the whole campaign.
     */
    static final String JOURNEYS = """
            select k.campaign_id, k.lead, j.lead_no, j.state
            from unnest($1::int[], $2::int[], $3::text[]) as k(campaign_id, epoch, lead)
            cross join lateral (
                select j.lead_no, j.state from journey j
                where j.campaign_id = k.campaign_id and j.epoch = k.epoch
                    and j.lead between k.lead and k.lead order by j.lead limit 1) j
            """;

    static final String LEAD_LOG = """
            select k.campaign_id, k.lead, e.id, e.at, e.type, e.detail::text
            from unnest($1::int[], $2::text[]) as k(campaign_id, lead)
            cross join lateral (
                select * from event e where e.campaign_id = k.campaign_id and e.lead = k.lead offset 0) e
            """;

    static final String WRITE = """
            with head as (
                update campaign_head h
                set version = h.version + 1, leads = h.leads + k.leads, events = h.events + k.events
                from unnest($1::int[], $2::int[], $3::int[]) as k(campaign_id, leads, events)
                where h.campaign_id = k.campaign_id),
            changed as materialized (
                select * from unnest($4::int[], $5::int[], $6::int[], $7::text[], $8::bigint[], $9::text[])
                    as j(campaign_id, epoch, lead_no, lead, version, state)),
            journeys as (
                insert into journey (campaign_id, epoch, lead_no, lead, version, state)
                select campaign_id, epoch, lead_no, lead, version, decode(state, 'hex') from changed
                on conflict (campaign_id, epoch, lead) do update set version = excluded.version, state = excluded.state),
            changes as (
                insert into journey_change (campaign_id, epoch, version, lead_nos)
                select campaign_id, epoch, version, array_agg(lead_no) from changed group by 1, 2, 3),
            attributes as (
                insert into campaign_attribute (campaign_id, key)
                select * from unnest($10::int[], $11::text[])
                on conflict do nothing)
            insert into tally (campaign_id, epoch, minute, code, leads, amount)
            select * from unnest($12::int[], $13::int[], $14::int[], $15::text[], $16::bigint[], $17::numeric[])
            on conflict (campaign_id, epoch, kind, minute, code) do update
            set leads = tally.leads + excluded.leads, amount = tally.amount + excluded.amount
            """;

    static final String CARDS = """
            select k.campaign_id, k.lead, c.card::text
            from unnest($1::int[], $2::text[]) as k(campaign_id, lead)
            cross join lateral (
                select c.card from lead_card c where c.campaign_id = k.campaign_id and c.lead = k.lead limit 1) c
            """;

    static final String WRITE_CARDS = """
            insert into lead_card (campaign_id, lead, card)
            select k.campaign_id, k.lead, k.card::jsonb from unnest($1::int[], $2::text[], $3::text[])
                as k(campaign_id, lead, card)
            on conflict (campaign_id, lead) do update set card = excluded.card
            """;

    static final String TRIM = "delete from journey_change where campaign_id = $1 and version <= $2";

    static final String TRIMMED = "update campaign_head set trimmed = greatest(trimmed, $2) where campaign_id = $1";
}
