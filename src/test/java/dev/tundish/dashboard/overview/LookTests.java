package dev.tundish.dashboard.overview;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LookTests {

    @Test
    void theAddressOfALookBringsItBack() {
        Random random = new Random(23);
        List<String> states = List.of("live", "planned", "ended", "archived", "all");
        List<String> texts = List.of("", "winter", "ä & ü = 50 %", "a+b", "\"<b>");
        for (int n = 0; n < 500; n++) {
            Look look = Look.of(
                    states.get(random.nextInt(states.size())),
                    random.nextBoolean(),
                    List.of("b2b", "search", "q4-push").subList(0, random.nextInt(4)),
                    texts.get(random.nextInt(texts.size())));
            String address = look.parameters().getQueryString();
            assertThat(Look.of(QueryParameters.fromString(address))).as(address).isEqualTo(look);
        }
    }

    @Test
    void theUsualLookHasNoParameters() {
        assertThat(Look.USUAL.parameters().getQueryString()).isEmpty();
        assertThat(Look.of(QueryParameters.empty())).isEqualTo(Look.USUAL);
    }

    @Test
    void whatIsSaidWronglyIsTheUsual() {
        Look look =
                Look.of(QueryParameters.fromString("state=nonsense&owner=other&tag=&tag=b&tag=b&q=" + "x".repeat(300)));
        assertThat(look.state()).isEqualTo(Look.USUAL.state());
        assertThat(look.mine()).isFalse();
        assertThat(look.tags()).containsExactly("b");
        assertThat(look.text()).hasSize(100);
    }
}
