package dev.tundish.funnel;

import static dev.tundish.funnel.SmallCampaign.IN;
import static dev.tundish.funnel.SmallCampaign.QUALIFIED;
import static dev.tundish.funnel.SmallCampaign.WON;
import static dev.tundish.funnel.SmallCampaign.at;
import static dev.tundish.funnel.SmallCampaign.by;
import static dev.tundish.funnel.SmallCampaign.only;
import static dev.tundish.funnel.SmallCampaign.with;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The segments of a breakdown. */
class SegmentTests {

    private final SmallCampaign campaign = new SmallCampaign(Flow.SELF_SERVE, -1);

    private List<FunnelReport.Segment> segments(String key) {
        return requireNonNull(campaign.funnel(by(key)).segments());
    }

    private void leads(int count, String source) {
        for (int n = 0; n < count; n++) {
            campaign.lead(with(Map.of("source", source), 1, IN));
        }
    }

    @Test
    void mostLeadsComeFirst() {
        leads(1, "a");
        leads(3, "b");
        campaign.lead(with(Map.of("source", "b"), 1, IN), at(2, QUALIFIED))
                .lead(at(1, WON))
                .lead(at(1, IN));
        assertThat(segments("source"))
                .containsExactly(
                        new FunnelReport.Segment("b", false, List.of(4L, 1L, 0L)),
                        new FunnelReport.Segment(null, false, List.of(2L, 1L, 1L)),
                        new FunnelReport.Segment("a", false, List.of(1L, 0L, 0L)));
    }

    @Test
    void equalOnesStandByCodePointsAndThoseWithoutLast() {
        campaign.lead(at(1, IN));
        List.of("\uD83D\uDE00", "\uFFFD", "a", "B").forEach(source -> leads(1, source));
        assertThat(segments("source"))
                .extracting(FunnelReport.Segment::value)
                .containsExactly("B", "a", "\uFFFD", "\uD83D\uDE00", null);
    }

    @Test
    void segmentOfNobodyIsLeftOut() {
        leads(1, "a");
        campaign.lead(with(Map.of("source", "never in"), 1, new Happening.Lost("other")));
        assertThat(segments("source")).extracting(FunnelReport.Segment::value).containsExactly("a");
    }

    @Test
    void keyThatNobodyHasIsOneSegmentOfAll() {
        leads(2, "a");
        assertThat(segments("unheard_of")).containsExactly(new FunnelReport.Segment(null, false, List.of(2L, 0L, 0L)));
    }

    @Test
    void afterAThousandSegmentsTheRestIsOne() {
        for (int n = 0; n < 1_000; n++) {
            leads(2, "big " + n);
        }
        assertThat(segments("source")).hasSize(1_000).noneMatch(FunnelReport.Segment::other);
        leads(1, "small 1");
        leads(1, "small 2");
        assertThat(segments("source")).hasSize(1_001);
        assertThat(segments("source").getLast()).isEqualTo(new FunnelReport.Segment(null, true, List.of(2L, 0L, 0L)));
    }

    @Test
    void keyOfOver50000ValuesIsFilteredAndNotBrokenDown() {
        for (int n = 0; n < 50_000; n++) {
            leads(1, "s" + n);
        }
        assertThat(segments("source")).hasSize(1_001);
        leads(1, "one more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> segments("source"))
                .withMessageContaining("breakdown")
                .withMessageContaining("source");
        FunnelReport filtered = campaign.funnel(only(Filter.NONE.with("source", "one more")));
        assertThat(filtered.stages().getFirst().leads()).isEqualTo(1);
        assertThat(campaign.cube.attributes()).isEqualTo(Map.of("source", 50_001));
    }
}
