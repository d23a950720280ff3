package dev.tundish.campaign.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tundish.TestDatabase;
import dev.tundish.campaign.Campaigns;
import dev.tundish.campaign.Campaigns.Saved;
import dev.tundish.campaign.Definition;
import dev.tundish.campaign.Definition.OwnReason;
import dev.tundish.funnel.Flow;
import dev.tundish.funnel.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Campaigns in PostgreSQL. */
class CampaignsIT {

    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @SuppressWarnings("NullAway.Init")
    private static Campaigns campaigns;

    @BeforeAll
    static void start() {
        campaigns = CampaignsFor.database(database.pool(), database.client(), InstantSource.system());
    }

    private static Definition definition(String name, Flow flow, @Nullable String predecessor) {
        return new Definition(
                name,
                null,
                flow,
                ZoneId.of("Europe/Amsterdam"),
                "paid search",
                Instant.parse("2026-11-23T08:00:00Z"),
                null,
                new Money(new BigDecimal("5000.50"), "EUR"),
                Map.of("captured", 500L),
                predecessor,
                null,
                Duration.ofDays(30),
                List.of(new OwnReason("not_icp", "Not our \"customer\"", true)));
    }

    private static Saved save(String key, Definition definition, @Nullable Integer ifMatch, boolean rebuild) {
        return Objects.requireNonNull(
                campaigns.save(key, definition, ifMatch, rebuild, "ana").block(PATIENCE));
    }

    @Test
    void readsBackWhatWasSaved() {
        Definition definition = definition("Back", Flow.SALES_ASSISTED, null);
        assertThat(save("back", definition, null, false)).isInstanceOf(Saved.Created.class);
        var found = Objects.requireNonNull(campaigns.find("back").block(PATIENCE));
        assertThat(found.definition()).isEqualTo(definition);
        assertThat(found.revision()).isEqualTo(1);
        assertThat(campaigns.idOf("back").block(PATIENCE)).isEqualTo(found.id());
        assertThat(campaigns.rules(found.id(), 1).block(PATIENCE)).isEqualTo(definition.rules());
        assertThat(campaigns.idOf("nobody").blockOptional(PATIENCE)).isEmpty();
    }

    @Test
    void raisesTheRevisionWithAChangeAndKnowsAnOutdatedCaller() {
        save("revised", definition("One", Flow.SELF_SERVE, null), null, false);
        assertThat(save("revised", definition("Two", Flow.SELF_SERVE, null), 1, false))
                .isInstanceOfSatisfying(
                        Saved.Changed.class,
                        c -> assertThat(c.campaign().revision()).isEqualTo(2));
        assertThat(save("revised", definition("Three", Flow.SELF_SERVE, null), 1, false))
                .isEqualTo(new Saved.Outdated(2));
        assertThat(save("nothing-there", definition("X", Flow.SELF_SERVE, null), 1, false))
                .isEqualTo(new Saved.Outdated(null));
    }

    @Test
    void refusesAPredecessorThatIsNotThereAndACircle() {
        assertThat(save("circle-a", definition("A", Flow.SELF_SERVE, "nowhere"), null, false))
                .isInstanceOf(Saved.Refused.class);
        save("circle-a", definition("A", Flow.SELF_SERVE, null), null, false);
        save("circle-b", definition("B", Flow.SELF_SERVE, "circle-a"), null, false);
        save("circle-c", definition("C", Flow.SELF_SERVE, "circle-b"), null, false);
        assertThat(save("circle-a", definition("A", Flow.SELF_SERVE, "circle-c"), null, false))
                .isInstanceOf(Saved.Refused.class);
        assertThat(save("circle-a", definition("A", Flow.SELF_SERVE, "circle-a"), null, false))
                .isInstanceOf(Saved.Refused.class);
    }

    @Test
    void changesTheFlowOfAnEmptyCampaignAtOnce() {
        save("empty", definition("E", Flow.SELF_SERVE, null), null, false);
        assertThat(save("empty", definition("E", Flow.SALES_ASSISTED, null), null, false))
                .isInstanceOf(Saved.Changed.class);
        int id = Objects.requireNonNull(campaigns.idOf("empty").block(PATIENCE));
        assertThat(Objects.requireNonNull(campaigns.rules(id, 2).block(PATIENCE))
                        .flow())
                .isEqualTo(Flow.SALES_ASSISTED);
    }

    @Test
    void asksForARebuildWhenThereAreEvents() {
        Definition before = definition("F", Flow.SELF_SERVE, null);
        Definition after = definition("F", Flow.SALES_ASSISTED, null);
        save("full", before, null, false);
        int id = Objects.requireNonNull(campaigns.idOf("full").block(PATIENCE));
        database.execute("update campaign_head set events = 7 where campaign_id = " + id);
        assertThat(save("full", after, null, false)).isEqualTo(new Saved.NeedsRebuild(7));
        Saved waiting = save("full", after, null, true);
        assertThat(waiting).isInstanceOf(Saved.Rebuilding.class);
        assertThat(Objects.requireNonNull(campaigns.find(id).block(PATIENCE)).definition())
                .as("takes hold when the rebuild is done")
                .isEqualTo(before);
        assertThat(save("full", before, null, true)).isEqualTo(new Saved.Busy(((Saved.Rebuilding) waiting).rebuild()));
    }
}
