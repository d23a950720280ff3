package dev.tundish.live;

import dev.tundish.campaign.Campaign;
import dev.tundish.campaign.CampaignState;
import dev.tundish.campaign.Definition;
import dev.tundish.funnel.Flow;
import dev.tundish.funnel.FunnelReport;
import dev.tundish.funnel.Health;
import dev.tundish.funnel.Plan;
import dev.tundish.funnel.Silence;
import dev.tundish.funnel.Yardstick;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a campaign is held against, from what is known of it at a moment. */
final class Appraisal {

    /** Nobody sees less than this of a bar; a finer share would make every row new at every look. */
    private static final double FINE = 500;

    private final Definition definition;
    private final Flow flow;
    private final FunnelReport counts;
    private final Outlook outlook;
    private final Moment moment;
    private final CampaignState state;

    Appraisal(Campaign campaign, FunnelReport counts, Outlook outlook, Moment moment) {
        this.definition = campaign.definition();
        this.flow = definition.flow();
        this.counts = counts;
        this.outlook = outlook;
        this.moment = moment;
        this.state = definition.state(moment.now());
    }

    /**
     * What health is judged by.
     *
     * @param newest the newest minute of the last hour with a lead, or -1
     */
    Health.Vitals vitals(int newest) {
        List<Yardstick> yardsticks = new ArrayList<>();
        targets(yardsticks);
        targetRates(yardsticks);
        predecessor(yardsticks);
        return new Health.Vitals(leads(counts, 0), silence(newest), yardsticks);
    }

    /** Whether it can be said how it stands: it has begun, is not put away, and its counts are those of its present flow. */
    boolean possible() {
        return (state == CampaignState.LIVE || state == CampaignState.ENDED)
                && counts.stages().stream()
                        .map(FunnelReport.Row::stage)
                        .toList()
                        .equals(flow.stages());
    }

    Standing.@Nullable Goal goal() {
        for (int k = flow.last(); k >= 0; k--) {
            long wanted = wanted(k);
            if (wanted > 0) {
                Double due = due(k);
                return new Standing.Goal(k, wanted, due == null ? null : Math.rint(due * FINE) / FINE);
            }
        }
        return null;
    }

    private @Nullable Silence silence(int newest) {
        if (state != CampaignState.LIVE || leads(counts, 0) == 0) {
            return null;
        }
        Integer last = outlook.lastLead();
        Integer latest = newest < 0 || last != null && last >= newest ? last : Integer.valueOf(newest);
        return Silence.at(moment.nextMinute() - 1, latest, outlook.usual(), definition.zone());
    }

    private void targets(List<Yardstick> yardsticks) {
        for (int k = 0; k < flow.size(); k++) {
            Double due = wanted(k) > 0 ? due(k) : null;
            if (due != null) {
                yardsticks.add(new Yardstick.Target(k, leads(counts, k), Math.rint(due * wanted(k)), wanted(k)));
            }
        }
    }

    /** Along the predecessor's curve of the same stage, else along working hours. */
    private @Nullable Double due(int stage) {
        Plan plan = Survey.plan(definition);
        if (plan == null) {
            return null;
        }
        Long then = of(outlook.sameAge(), stage);
        Long whole = of(outlook.example(), stage);
        Double along = then == null || whole == null ? null : plan.due(moment.micros(), then, whole);
        return along == null ? plan.due(moment.micros()) : along;
    }

    private void targetRates(List<Yardstick> yardsticks) {
        FunnelReport grown = outlook.grown();
        int from = -1;
        for (int k = 0; k < flow.size(); k++) {
            if (wanted(k) > 0) {
                Long moved = of(grown, k);
                Long all = from < 0 ? null : of(grown, from);
                if (moved != null && all != null && wanted(k) < wanted(from)) {
                    yardsticks.add(new Yardstick.TargetRate(from, k, moved, all, (double) wanted(k) / wanted(from)));
                }
                from = k;
            }
        }
    }

    /** Steps that both flows have. */
    private void predecessor(List<Yardstick> yardsticks) {
        FunnelReport other = outlook.sameAge();
        for (int k = 1; other != null && k < flow.size(); k++) {
            int there = indexOf(other, k);
            if (there > 0 && there - 1 == indexOf(other, k - 1)) {
                yardsticks.add(new Yardstick.Predecessor(
                        k - 1,
                        k,
                        leads(counts, k),
                        leads(counts, k - 1),
                        leads(other, there),
                        leads(other, there - 1)));
            }
        }
    }

    private long wanted(int stage) {
        return definition.targets().getOrDefault(flow.stages().get(stage).key(), 0L);
    }

    private @Nullable Long of(@Nullable FunnelReport other, int stage) {
        int there = other == null ? -1 : indexOf(other, stage);
        return other == null || there < 0 ? null : Long.valueOf(leads(other, there));
    }

    private int indexOf(FunnelReport other, int stage) {
        String key = flow.stages().get(stage).key();
        for (int k = 0; k < other.stages().size(); k++) {
            if (other.stages().get(k).stage().key().equals(key)) {
                return k;
            }
        }
        return -1;
    }

    private static long leads(FunnelReport report, int stage) {
        return report.stages().get(stage).leads();
    }
}
