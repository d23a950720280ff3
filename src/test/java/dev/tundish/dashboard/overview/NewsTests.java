package dev.tundish.dashboard.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tundish.campaign.CampaignState;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NewsTests {

    private static final OverviewPage.Row SPRING = row("spring", CampaignState.LIVE, "{\"leads\":[1]}");
    private static final OverviewPage.Row WINTER = row("winter", CampaignState.ENDED, "{\"leads\":[9]}");

    private final News news = new News();

    @Test
    void theFirstNewsAreTheWhole() {
        JsonNode first = tell(CampaignState.LIVE, SPRING, WINTER);
        assertThat(first.path("whole").asBoolean()).isTrue();
        assertThat(first.path("rows")).hasSize(1);
        assertThat(first.at("/rows/0/counts/leads/0").asInt()).isEqualTo(1);
        assertThat(first.at("/states/live").asInt()).isEqualTo(1);
        assertThat(first.at("/states/ended").asInt()).isEqualTo(1);
    }

    @Test
    void thenOnlyThePartsThatChanged() {
        tell(null, SPRING, WINTER);
        assertThat(news.of(page(SPRING, WINTER), null)).isNull();
        JsonNode next = tell(null, row("spring", CampaignState.LIVE, "{\"leads\":[2]}"), WINTER);
        assertThat(next.path("number").asInt()).isEqualTo(2);
        assertThat(next.path("whole").asBoolean()).isFalse();
        assertThat(next.path("rows")).hasSize(1);
        assertThat(next.at("/rows/0").has("about")).isFalse();
        assertThat(next.at("/rows/0/counts/leads/0").asInt()).isEqualTo(2);
    }

    @Test
    void whatIsNoLongerLookedAtGoesAndWhatIsComes() {
        tell(CampaignState.LIVE, SPRING, WINTER);
        JsonNode next = tell(CampaignState.ENDED, SPRING, WINTER);
        assertThat(next.at("/gone/0").asString()).isEqualTo("spring");
        assertThat(next.at("/rows/0/key").asString()).isEqualTo("winter");
        assertThat(next.at("/rows/0").has("about")).isTrue();
    }

    @Test
    void whoMissedSomethingIsToldTheWholeAgain() {
        tell(null, SPRING, WINTER);
        news.forget();
        JsonNode again = tell(null, SPRING, WINTER);
        assertThat(again.path("whole").asBoolean()).isTrue();
        assertThat(again.path("rows")).hasSize(2);
        assertThat(again.path("number").asInt()).isEqualTo(2);
    }

    @Test
    void anEmptySystemIsNewsOnce() {
        assertThat(tell(null).path("rows")).isEmpty();
        assertThat(news.of(page(), null)).isNull();
    }

    private JsonNode tell(@Nullable CampaignState state, OverviewPage.Row... rows) {
        String text = news.of(page(rows), state);
        assertThat(text).isNotNull();
        return JsonMapper.builder().build().readTree(text);
    }

    private static OverviewPage page(OverviewPage.Row... rows) {
        return new OverviewPage(0, List.of(rows));
    }

    private static OverviewPage.Row row(String key, CampaignState state, String counts) {
        return new OverviewPage.Row(key, state, "{\"name\":\"" + key + "\"}", counts, "{}");
    }
}
