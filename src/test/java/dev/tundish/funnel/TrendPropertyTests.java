package dev.tundish.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tundish.funnel.LeadsQuestion.Count;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The funnel over time. */
class TrendPropertyTests {

    private static final int CAMPAIGNS = 120;
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final List<Bucket> BUCKETS = List.of(
            new Bucket.Minutes(1),
            new Bucket.Minutes(60),
            new Bucket.Minutes(720),
            new Bucket.Days(AMSTERDAM),
            new Bucket.Weeks(AMSTERDAM));

    /** The bucket's start and end by walking the calendar, a step at a time. */
    private static long[] bounds(Bucket bucket, long at) {
        return switch (bucket) {
            case Bucket.Minutes(int minutes) -> {
                long start = at - Math.floorMod(at, minutes * Chance.MINUTE);
                yield new long[] {start, start + minutes * Chance.MINUTE};
            }
            case Bucket.Days(ZoneId zone) -> {
                LocalDate day = date(at, zone);
                yield new long[] {start(day, zone), start(day.plusDays(1), zone)};
            }
            case Bucket.Weeks(ZoneId zone) -> {
                LocalDate day = date(at, zone);
                while (day.getDayOfWeek() != DayOfWeek.MONDAY) {
                    day = day.minusDays(1);
                }
                yield new long[] {start(day, zone), start(day.plusDays(7), zone)};
            }
        };
    }

    private static LocalDate date(long at, ZoneId zone) {
        return Instant.EPOCH.plus(at, ChronoUnit.MICROS).atZone(zone).toLocalDate();
    }

    private static long start(LocalDate day, ZoneId zone) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, day.atStartOfDay(zone).toInstant());
    }

    private static TrendReport byHand(BruteForce brute, TrendQuestion question) {
        FunnelQuestion q = question.view();
        int stages = brute.rules().flow().size();
        Map<Long, Long[]> cells = new TreeMap<>();
        for (Journey j : brute.journeys()) {
            for (int k = 0; k < stages; k++) {
                if (brute.counted(q, j, k)) {
                    long at = j.reached()[q.mode() == FunnelQuestion.Mode.COHORT ? 0 : k];
                    Long[] cell = cells.computeIfAbsent(bounds(question.bucket(), at)[0], _ -> {
                        Long[] empty = new Long[stages];
                        Arrays.fill(empty, 0L);
                        return empty;
                    });
                    cell[k]++;
                }
            }
        }
        return new TrendReport(cells.entrySet().stream()
                .map(e -> new TrendReport.Cell(e.getKey(), List.of(e.getValue())))
                .toList());
    }

    @Test
    void trendOfCubeAndCountersIsThatOfBruteForce() {
        for (long seed = 0; seed < CAMPAIGNS; seed++) {
            RandomCampaign c = RandomCampaign.of(seed);
            for (Bucket bucket : BUCKETS) {
                TrendQuestion q = new TrendQuestion(c.question(), bucket);
                assertThat(c.cube().trend(q)).as("seed %d, %s", seed, q).isEqualTo(byHand(c.brute(), q));
                FunnelQuestion v = q.view();
                TrendQuestion plain = new TrendQuestion(
                        new FunnelQuestion(v.mode(), v.from(), v.to(), null, v.asOf(), true, false, null, Filter.NONE),
                        bucket);
                assertThat(TallyReports.trend(plain, c.rules(), c.rows(v.from(), v.to(), true)))
                        .as("counters, seed %d, %s", seed, plain)
                        .isEqualTo(c.cube().trend(plain));
            }
        }
    }

    @Test
    void everyNumberOfATrendHasItsLeads() {
        for (long seed = 0; seed < CAMPAIGNS; seed++) {
            RandomCampaign c = RandomCampaign.of(seed);
            TrendQuestion q = new TrendQuestion(c.question(), c.chance().one(BUCKETS.subList(1, 5)));
            for (TrendReport.Cell cell : c.cube().trend(q).cells()) {
                FunnelQuestion v = q.view();
                long[] bounds = bounds(q.bucket(), cell.from());
                FunnelQuestion there = new FunnelQuestion(
                        v.mode(),
                        v.from() == null ? bounds[0] : Math.max(v.from(), bounds[0]),
                        v.to() == null ? bounds[1] : Math.min(v.to(), bounds[1]),
                        v.window(),
                        v.asOf(),
                        true,
                        false,
                        null,
                        v.filter(),
                        v.until());
                for (int k = 0; k < cell.leads().size(); k++) {
                    c.same(
                            new LeadsQuestion(there, Count.LEADS, k, null),
                            cell.leads().get(k));
                }
            }
        }
    }

    @Test
    void bucketsOfDaysAndWeeksAreFoundInAnyOrderOverManyYears() {
        Chance chance = new Chance(3);
        for (String zone : List.of("Europe/Amsterdam", "America/Santiago", "Pacific/Apia", "Asia/Kathmandu")) {
            for (Bucket bucket : List.of(new Bucket.Days(ZoneId.of(zone)), new Bucket.Weeks(ZoneId.of(zone)))) {
                BucketStarts starts = new BucketStarts(bucket);
                List<Long> moments = new ArrayList<>();
                for (int n = 0; n < 2_000; n++) {
                    moments.add(946_684_800_000_000L + chance.random().nextLong(9_000 * 1440 * Chance.MINUTE));
                }
                for (long at : moments) {
                    assertThat(starts.startOf(at)).as("%s at %d", bucket, at).isEqualTo(bounds(bucket, at)[0]);
                }
            }
        }
    }
}
