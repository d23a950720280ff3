package dev.tundish.campaign.postgres;

import static dev.tundish.campaign.postgres.CampaignRows.get;

import dev.tundish.campaign.Campaign;
import dev.tundish.campaign.Campaigns;
import dev.tundish.campaign.Campaigns.Saved;
import dev.tundish.campaign.Definition;
import dev.tundish.campaign.DefinitionMarks;
import dev.tundish.funnel.Rules;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Creates or changes a campaign. Saves come one after the other in the whole installation (an advisory lock), so that
 * two of them cannot close a circle of predecessors together; a change takes the campaign's head as every write does.
 */
final class CampaignSave {

    /** Any number that nothing else in this database locks. */
    private static final long SAVES = 0x74756e64_69736801L;

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    CampaignSave(DatabaseClient database, TransactionalOperator transaction, InstantSource clock) {
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What somebody wants to save. */
    record Wish(Definition definition, @Nullable Integer ifMatch, boolean rebuild, String by) {}

    private record Head(int flowVersion, long events) {}

    private record Running(long id, boolean changesDefinition) {}

    Mono<Saved> run(String key, Wish wish) {
        Mono<Saved> saved = refusal(key, wish.definition())
                .switchIfEmpty(Mono.defer(() -> id(key).map(Optional::of)
                        .defaultIfEmpty(Optional.empty())
                        .flatMap(id -> id.isPresent()
                                ? change(id.get(), wish)
                                : wish.ifMatch() != null && wish.ifMatch() != Campaigns.NONE
                                        ? Mono.just(new Saved.Outdated(null))
                                        : create(key, wish.definition()))));
        return lock().then(saved).as(transaction::transactional);
    }

    private Mono<Void> lock() {
        return database.sql("select pg_advisory_xact_lock($1)")
                .bind("$1", SAVES)
                .then();
    }

    private Mono<Integer> id(String key) {
        return database.sql("select id from campaign where key = $1")
                .bind("$1", key)
                .map(row -> get(row.get(0, Integer.class)))
                .one();
    }

    /** Why the definition does not fit the other campaigns, or empty. */
    private Mono<Saved> refusal(String key, Definition definition) {
        String predecessor = definition.predecessor();
        if (predecessor == null) {
            return Mono.empty();
        }
        if (predecessor.equals(key)) {
            return Mono.just(new Saved.Refused("predecessor", "a campaign does not follow itself"));
        }
        return database.sql("""
                        with recursive before(key, next) as (
                            select key, definition ->> 'predecessor' from campaign where key = $1
                            union
                            select c.key, c.definition ->> 'predecessor' from before b join campaign c on c.key = b.next)
                        select key from before
                        """)
                .bind("$1", predecessor)
                .map(row -> get(row.get(0, String.class)))
                .all()
                .collectList()
                .flatMap(chain -> chain.isEmpty()
                        ? Mono.just(new Saved.Refused("predecessor", "there is no campaign with this key"))
                        : chain.contains(key)
                                ? Mono.just(new Saved.Refused(
                                        "predecessor", "the campaigns would follow each other in a circle"))
                                : Mono.empty());
    }

    private Mono<Saved> create(String key, Definition definition) {
        return database.sql("insert into campaign (key, definition, created_at, changed_at)"
                        + " values ($1, $2::jsonb, $3, $3) returning " + CampaignRows.COLUMNS)
                .bind("$1", key)
                .bind("$2", DefinitionJson.write(definition))
                .bind("$3", now())
                .map(CampaignRows::campaign)
                .one()
                .flatMap(campaign -> insertFlow(campaign.id(), 1, definition.rules())
                        .then(database.sql("insert into campaign_head (campaign_id) values ($1)")
                                .bind("$1", campaign.id())
                                .then())
                        .thenReturn(new Saved.Created(campaign)));
    }

    private Mono<Saved> change(int id, Wish wish) {
        return lockHead(id)
                .flatMap(head -> current(id)
                        .flatMap(campaign -> wish.ifMatch() != null && wish.ifMatch() != campaign.revision()
                                ? Mono.just(new Saved.Outdated(campaign.revision()))
                                : running(id)
                                        .map(Optional::of)
                                        .defaultIfEmpty(Optional.empty())
                                        .flatMap(r -> replace(head, campaign, wish, r.orElse(null)))));
    }

    private Mono<Saved> replace(Head head, Campaign campaign, Wish wish, @Nullable Running running) {
        Definition definition = wish.definition();
        boolean countsAlike = definition.countsLike(campaign.definition());
        if (running != null && (running.changesDefinition() || !countsAlike)) {
            return Mono.just(new Saved.Busy(running.id()));
        }
        if (definition.equals(campaign.definition())) {
            return Mono.just(new Saved.Changed(campaign));
        }
        if (countsAlike) {
            return ChangeRows.raise(database, campaign.id()).then(update(campaign, wish));
        }
        if (head.events() == 0) {
            return nextFlow(campaign.id(), definition.rules())
                    .flatMap(version -> database.sql("""
                                    update campaign_head set flow_version = $2, version = version + 1, trimmed = version + 1
                                    where campaign_id = $1""")
                            .bind("$1", campaign.id())
                            .bind("$2", version)
                            .then())
                    .then(update(campaign, wish));
        }
        return wish.rebuild()
                ? nextFlow(campaign.id(), definition.rules()).flatMap(version -> insertRebuild(campaign, wish, version))
                : Mono.just(new Saved.NeedsRebuild(head.events()));
    }

    private Mono<Saved> update(Campaign campaign, Wish wish) {
        return database.sql("update campaign set definition = $2::jsonb, revision = revision + 1, changed_at = $3"
                        + " where id = $1 returning " + CampaignRows.COLUMNS)
                .bind("$1", campaign.id())
                .bind("$2", DefinitionJson.write(wish.definition()))
                .bind("$3", now())
                .map(CampaignRows::campaign)
                .one()
                .flatMap(changed -> mark(campaign, wish, null).thenReturn(new Saved.Changed(changed)));
    }

    /** Writes down what the wish changes; with a rebuild it is seen, and has happened, when that is done. */
    private Mono<Void> mark(Campaign campaign, Wish wish, @Nullable Long rebuild) {
        var marks = DefinitionMarks.of(campaign.definition(), wish.definition());
        return ChangeRows.insert(database, campaign.id(), marks, wish.by(), now(), rebuild);
    }

    private Mono<Saved> insertRebuild(Campaign campaign, Wish wish, int flowVersion) {
        return database.sql("""
                        insert into rebuild (campaign_id, definition, flow_version, state, started_at)
                        values ($1, $2::jsonb, $3, 'waiting', $4) returning id
                        """)
                .bind("$1", campaign.id())
                .bind("$2", DefinitionJson.write(wish.definition()))
                .bind("$3", flowVersion)
                .bind("$4", now())
                .map(row -> get(row.get(0, Long.class)))
                .one()
                .flatMap(id -> mark(campaign, wish, id).thenReturn(new Saved.Rebuilding(id, campaign)));
    }

    private Mono<Head> lockHead(int id) {
        return database.sql("select flow_version, events from campaign_head where campaign_id = $1 for no key update")
                .bind("$1", id)
                .map(row -> new Head(get(row.get(0, Integer.class)), get(row.get(1, Long.class))))
                .one();
    }

    private Mono<Campaign> current(int id) {
        return database.sql("select " + CampaignRows.COLUMNS + " from campaign where id = $1")
                .bind("$1", id)
                .map(CampaignRows::campaign)
                .one();
    }

    private Mono<Running> running(int id) {
        return database.sql("""
                        select id, definition is not null from rebuild
                        where campaign_id = $1 and state in ('waiting', 'folding')
                        """)
                .bind("$1", id)
                .map(row -> new Running(get(row.get(0, Long.class)), get(row.get(1, Boolean.class))))
                .one();
    }

    private Mono<Integer> nextFlow(int id, Rules rules) {
        return database.sql("select max(flow_version) + 1 from campaign_flow where campaign_id = $1")
                .bind("$1", id)
                .map(row -> get(row.get(0, Integer.class)))
                .one()
                .flatMap(version -> insertFlow(id, version, rules).thenReturn(version));
    }

    private Mono<Void> insertFlow(int id, int version, Rules rules) {
        return database.sql("insert into campaign_flow (campaign_id, flow_version, rules) values ($1, $2, $3::jsonb)")
                .bind("$1", id)
                .bind("$2", version)
                .bind("$3", RulesJson.write(rules))
                .then();
    }

    /** The table keeps microseconds. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
