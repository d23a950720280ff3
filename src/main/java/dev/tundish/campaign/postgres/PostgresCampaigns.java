package dev.tundish.campaign.postgres;

import static dev.tundish.campaign.postgres.CampaignRows.get;

import dev.tundish.campaign.Campaign;
import dev.tundish.campaign.Campaigns;
import dev.tundish.campaign.Definition;
import dev.tundish.funnel.Rules;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link Campaigns} in PostgreSQL. */
final class PostgresCampaigns implements Campaigns {

    private record FlowVersion(int campaign, int version) {}

    private final DatabaseClient database;
    private final CampaignSave save;

    /** Never emptied: as many entries as there are campaigns. */
    private final Map<String, Integer> ids = new ConcurrentHashMap<>();

    /** Never emptied: as many entries as campaigns had flows. */
    private final Map<FlowVersion, Rules> rules = new ConcurrentHashMap<>();

    PostgresCampaigns(DatabaseClient database, CampaignSave save) {
        this.database = database;
        this.save = save;
    }

    @Override
    public Mono<Integer> idOf(String key) {
        Integer known = ids.get(key);
        if (known != null) {
            return Mono.just(known);
        }
        return database.sql("select id from campaign where key = $1")
                .bind("$1", key)
                .map(row -> get(row.get(0, Integer.class)))
                .one()
                .doOnNext(id -> ids.put(key, id));
    }

    @Override
    public Mono<Campaign> find(String key) {
        return database.sql("select " + CampaignRows.COLUMNS + " from campaign where key = $1")
                .bind("$1", key)
                .map(CampaignRows::campaign)
                .one();
    }

    @Override
    public Mono<Campaign> find(int id) {
        return database.sql("select " + CampaignRows.COLUMNS + " from campaign where id = $1")
                .bind("$1", id)
                .map(CampaignRows::campaign)
                .one();
    }

    @Override
    public Flux<Campaign> all() {
        return database.sql("select " + CampaignRows.COLUMNS + " from campaign order by key")
                .map(CampaignRows::campaign)
                .all();
    }

    @Override
    public Mono<Rules> rules(int id, int flowVersion) {
        FlowVersion wanted = new FlowVersion(id, flowVersion);
        Rules known = rules.get(wanted);
        if (known != null) {
            return Mono.just(known);
        }
        return database.sql("select rules::text from campaign_flow where campaign_id = $1 and flow_version = $2")
                .bind("$1", id)
                .bind("$2", flowVersion)
                .map(row -> RulesJson.read(get(row.get(0, String.class))))
                .one()
                .doOnNext(found -> rules.put(wanted, found));
    }

    @Override
    public Mono<Saved> save(String key, Definition definition, @Nullable Integer ifMatch, boolean rebuild, String by) {
        return save.run(key, new CampaignSave.Wish(definition, ifMatch, rebuild, by));
    }
}
