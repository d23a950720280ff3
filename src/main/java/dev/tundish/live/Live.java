package dev.tundish.live;

import dev.tundish.funnel.FunnelQuestion;
import dev.tundish.funnel.FunnelReport;
import dev.tundish.report.Versioned;
import java.time.Duration;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * What is true now. Each stream is shared by all who ask the same, gives its latest picture at once, the first change at
 * once, then at most four a second, latest wins. While the database is away it is silent and goes on by itself.
 */
public interface Live {

    /**
     * A funnel report, again whenever it changes and judged anew at least every 10 s; times at most every 5 s.
     *
     * @param question asked anew with the present moment (microseconds since the epoch), for rolling ranges and windows
     */
    Flux<Versioned<FunnelReport>> funnel(int campaign, String name, LongFunction<FunnelQuestion> question);

    /** A campaign's page: also every 2 s when nothing changes, so that a page knows that it is not blind. */
    Flux<CampaignPicture> campaign(int campaign, View view);

    /** All campaigns in short, in the order of their keys; also every 2 s when nothing changes. */
    Flux<List<CampaignGlance>> overview();

    /**
     * What a campaign page shows.
     *
     * @param last a rolling range up to now, or null: everything since ever
     * @param today whether the range is the campaign's present day (its zone); wins over {@code last}
     */
    record View(FunnelQuestion.Mode mode, @Nullable Duration last, boolean today) {

        public static final View WHOLE = new View(FunnelQuestion.Mode.COHORT, null, false);
    }
}
