package dev.tundish.live;

import dev.tundish.campaign.Campaign;
import dev.tundish.campaign.CampaignState;
import dev.tundish.funnel.Health;
import dev.tundish.report.Tallied;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rows of the overview, each made anew only when something in it changed. Not safe for threads. */
final class OverviewRows {

    /** By key. Bounded by the number of campaigns. */
    private final Map<String, Row> rows = new TreeMap<>();

    private final Map<Integer, Row> byId = new HashMap<>();
    private int lastChanged;

    private static final class Row {
        private Campaign campaign;
        private final LastHour hour = new LastHour();
        private @Nullable Tallied counts;
        private Standing standing = Standing.UNKNOWN;
        private @Nullable CampaignGlance glance;

        private Row(Campaign campaign) {
            this.campaign = campaign;
        }
    }

    /** These are the campaigns. */
    void list(Collection<Campaign> campaigns) {
        for (Campaign campaign : campaigns) {
            Row row = byId.get(campaign.id());
            if (row == null) {
                row = new Row(campaign);
                rows.put(campaign.key(), row);
                byId.put(campaign.id(), row);
            } else if (row.campaign.revision() != campaign.revision()) {
                row.campaign = campaign;
                row.glance = null;
            }
        }
    }

    /** Those whose counts are not known yet. */
    List<Integer> missing() {
        return byId.values().stream()
                .filter(row -> row.counts == null)
                .map(row -> row.campaign.id())
                .toList();
    }

    /** Those of these whose counts are known. */
    List<Integer> known(Collection<Integer> ids) {
        return byId.values().stream()
                .filter(row -> row.counts != null)
                .map(row -> row.campaign.id())
                .filter(ids::contains)
                .toList();
    }

    void take(Tallied counts, int fromMinute) {
        Row row = byId.get(counts.campaign());
        if (row != null) {
            row.counts = counts;
            row.hour.take(fromMinute, counts.activity());
            row.glance = null;
        }
    }

    /** Judges all campaigns of which there is an outlook. */
    void judge(Outlooks outlooks, Moment moment) {
        List<Row> judged = new ArrayList<>();
        List<Health.Vitals> vitals = new ArrayList<>();
        Map<Row, Standing> standings = new HashMap<>();
        for (Row row : rows.values()) {
            Tallied counts = row.counts;
            Outlook outlook = outlooks.of(row.campaign.id());
            if (counts == null || outlook == null) {
                continue;
            }
            Appraisal appraisal = new Appraisal(row.campaign, counts.funnel(), outlook, moment);
            refresh(row, outlook);
            standings.put(row, new Standing(null, appraisal.goal(), outlook.waitingSince()));
            if (appraisal.possible()) {
                judged.add(row);
                vitals.add(appraisal.vitals(row.hour.newest()));
            }
        }
        List<Health> healths = Health.of(vitals);
        for (int n = 0; n < judged.size(); n++) {
            Health health = healths.get(n);
            standings.computeIfPresent(
                    judged.get(n), (_, known) -> new Standing(health, known.goal(), known.waitingSince()));
        }
        standings.forEach((row, standing) -> {
            if (!standing.equals(row.standing)) {
                row.standing = standing;
                row.glance = null;
            }
        });
    }

    /** The outlook knows of late leads, but the newest minutes are known better. */
    private static void refresh(Row row, Outlook outlook) {
        long[] before = row.hour.leads();
        int older = Math.max(0, outlook.activity().length - 3);
        row.hour.take(outlook.fromMinute(), Arrays.copyOf(outlook.activity(), older));
        if (!Arrays.equals(before, row.hour.leads())) {
            row.glance = null;
        }
    }

    /** All whose counts are known. */
    Overview overview(Instant completeTo) {
        int minute = new Moment(completeTo).nextMinute();
        List<CampaignGlance> all = new ArrayList<>();
        lastChanged = 0;
        for (Row row : rows.values()) {
            Tallied counts = row.counts;
            if (counts != null) {
                all.add(glance(row, counts, minute, row.campaign.definition().state(completeTo)));
            }
        }
        return new Overview(completeTo, all);
    }

    private CampaignGlance glance(Row row, Tallied counts, int minute, CampaignState state) {
        boolean moved = row.hour.forward(minute);
        CampaignGlance before = row.glance;
        if (before != null && !moved && before.state() == state) {
            return before;
        }
        lastChanged++;
        CampaignGlance glance = new CampaignGlance(
                row.campaign,
                state,
                counts.version(),
                counts.funnel(),
                counts.feedback(),
                counts.waiting(),
                row.hour.leads(),
                row.standing);
        row.glance = glance;
        return glance;
    }

    /** How many rows were made anew for the last overview. */
    int lastChanged() {
        return lastChanged;
    }
}
