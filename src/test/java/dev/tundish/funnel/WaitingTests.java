package dev.tundish.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Leads that wait for sales, by the counters. The hand-over is stage 1. */
class WaitingTests {

    private static final Rules RULES = new Rules(Flow.SALES_ASSISTED, 1, Map.of());
    private static final LeadEvent IN = SmallCampaign.at(1, SmallCampaign.IN);
    private static final LeadEvent HANDED_OVER = SmallCampaign.at(2, SmallCampaign.QUALIFIED);

    @Test
    void aLeadWaitsFromTheHandOverUntilSalesTakesItOnLetsItGoOrSaysAWord() {
        assertThat(waiting(List.of(IN))).isZero();
        assertThat(waiting(List.of(IN, HANDED_OVER))).isOne();
        assertThat(waiting(List.of(IN, HANDED_OVER, SmallCampaign.at(3, new Happening.Accepted()))))
                .isZero();
        assertThat(waiting(List.of(IN, HANDED_OVER, SmallCampaign.at(3, SmallCampaign.lost("other")))))
                .isZero();
        assertThat(waiting(List.of(IN, HANDED_OVER, SmallCampaign.at(3, SmallCampaign.said(Mark.GOOD)))))
                .isZero();
        assertThat(waiting(List.of(IN, HANDED_OVER, SmallCampaign.at(3, SmallCampaign.VOIDED))))
                .isZero();
        assertThat(waiting(List.of(
                        IN,
                        HANDED_OVER,
                        SmallCampaign.at(3, SmallCampaign.lost("other")),
                        SmallCampaign.at(4, SmallCampaign.QUALIFIED))))
                .as("it came back")
                .isOne();
    }

    @Test
    void theCounterIsWhatCountingTheJourneysGives() {
        for (long seed = 0; seed < 300; seed++) {
            Chance chance = new Chance(seed);
            Rules rules = chance.rules();
            Tally tally = new Tally(rules);
            long waiting = 0;
            TreeSet<Integer> since = new TreeSet<>();
            for (int lead = 0; lead < 20; lead++) {
                Journey journey = SecondReading.journey(rules, chance.lead(rules));
                tally.move(null, journey);
                if (rules.handover() >= 0
                        && !journey.voided()
                        && journey.stage() == rules.handover()
                        && journey.status() == Status.OPEN
                        && journey.verdict() == null) {
                    waiting++;
                    since.add((int) Math.floorDiv(journey.reached()[rules.handover()], Chance.MINUTE));
                }
            }
            List<TallyReports.Row> whole = new ArrayList<>();
            TreeSet<Integer> minutes = new TreeSet<>();
            tally.forEach((cell, leads, amount) -> {
                if (cell.minute() == TallyCell.WHOLE) {
                    whole.add(new TallyReports.Row(cell.minute(), cell.code(), leads, amount));
                } else if (cell.code().equals(TallyReports.waitingCode()) && leads > 0) {
                    minutes.add(cell.minute());
                }
            });
            assertThat(TallyReports.waiting(whole)).as("seed %d", seed).isEqualTo(waiting);
            assertThat(minutes).as("seed %d", seed).isEqualTo(since);
        }
    }

    private static long waiting(List<LeadEvent> events) {
        Tally tally = new Tally(RULES);
        tally.move(null, JourneyState.fold(RULES, events).journey());
        List<TallyReports.Row> whole = new ArrayList<>();
        tally.forEach((cell, leads, amount) -> {
            if (cell.minute() == TallyCell.WHOLE) {
                whole.add(new TallyReports.Row(cell.minute(), cell.code(), leads, amount));
            }
        });
        return TallyReports.waiting(whole);
    }
}
