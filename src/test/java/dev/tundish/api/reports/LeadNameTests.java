package dev.tundish.api.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tundish.api.http.Refusal;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.reactive.function.server.MockServerRequest;

class LeadNameTests {

    private static MockServerRequest asked(String query) {
        return MockServerRequest.builder().uri(URI.create("/lead?" + query)).build();
    }

    @Test
    void isTakenAsItWasSent() {
        assertThat(ReportRoutes.leadName(asked("id=%20Ada%20%F0%9F%98%80"))).isEqualTo(" Ada \uD83D\uDE00");
    }

    @Test
    void withAControlCharacterIsRefusedByName() {
        for (String id : new String[] {"%00", "a%00b", "%0A", "%C2%85"}) {
            Refusal refusal = catchThrowableOfType(Refusal.class, () -> ReportRoutes.leadName(asked("id=" + id)));
            assertThat(refusal).as(id).isNotNull();
            assertThat(refusal.problem().status()).isEqualTo(400);
            assertThat(refusal.problem().more()).containsEntry("parameter", "id");
        }
    }
}
