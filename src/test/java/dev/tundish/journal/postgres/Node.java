package dev.tundish.journal.postgres;

import dev.tundish.TestDatabase;
import dev.tundish.campaign.Campaign;
import dev.tundish.campaign.Campaigns;
import dev.tundish.campaign.Definition;
import dev.tundish.campaign.postgres.CampaignsFor;
import dev.tundish.funnel.Flow;
import dev.tundish.funnel.Happening;
import dev.tundish.funnel.LeadEvent;
import dev.tundish.journal.Entry;
import dev.tundish.journal.Outcome;
import dev.tundish.journal.RejectCode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A node's journal on a database; several of them are several nodes. */
final class Node implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(20);

    final TestDatabase database;
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    final Campaigns campaigns;
    final PostgresChanges changes;
    final PostgresJournal journal;
    final PostgresLogReader log;

    Node(TestDatabase database) {
        this(database, Duration.ofMillis(100), 10_000);
    }

    Node(TestDatabase database, Duration pollEvery, int laneEvents) {
        this.database = database;
        InstantSource clock = InstantSource.system();
        campaigns = CampaignsFor.database(database.pool(), database.client(), clock);
        var factory = JournalConfiguration.unpooled(database.pool());
        changes = new PostgresChanges(database.client(), new DoorbellWire(factory), clock, pollEvery);
        changes.start();
        journal = JournalConfiguration.withLanes(
                factory, campaigns, changes, clock, registry, new JournalSettings(4, laneEvents));
        log = new PostgresLogReader(database.pool(), campaigns);
    }

    static Definition definition(Flow flow) {
        return new Definition(
                "Spring",
                null,
                flow,
                ZoneOffset.UTC,
                null,
                null,
                null,
                null,
                Map.of(),
                null,
                flow.indexOf("qualified") < 0 ? null : "qualified",
                Duration.ofDays(30),
                List.of());
    }

    int campaign(String key) {
        return campaign(key, Flow.SALES_ASSISTED);
    }

    int campaign(String key, Flow flow) {
        var saved = campaigns.save(key, definition(flow), null, false, "ana").block(PATIENCE);
        Campaign made = ((Campaigns.Saved.Created) Objects.requireNonNull(saved)).campaign();
        return made.id();
    }

    List<Outcome> append(Entry... entries) {
        return append(Arrays.asList(entries));
    }

    List<Outcome> append(List<Entry> entries) {
        return Objects.requireNonNull(journal.append(entries).block(PATIENCE));
    }

    static Entry entry(int campaign, String lead, String id, long at, Happening what) {
        return entry(campaign, lead, new LeadEvent(id, at, what, null, Map.of()));
    }

    /** An entry whose content is a digest of its event. */
    static Entry entry(int campaign, String lead, LeadEvent event) {
        return new Entry(campaign, lead, event, true, digest(lead + event), null, null, null);
    }

    static byte[] digest(String content) {
        try {
            return MessageDigest.getInstance("MD5").digest(content.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The code of a refusal, or null. */
    static @Nullable RejectCode code(Outcome outcome) {
        return outcome instanceof Outcome.Rejected rejected ? rejected.code() : null;
    }

    long number(String sql) {
        return Objects.requireNonNull(database.client()
                .sql(sql)
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one()
                .block(PATIENCE));
    }

    long version(int campaign) {
        return number("select version from campaign_head where campaign_id = " + campaign);
    }

    @Override
    public void close() {
        journal.close().block(PATIENCE);
        changes.stop();
    }
}
