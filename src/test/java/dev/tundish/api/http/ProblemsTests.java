package dev.tundish.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import reactor.netty.channel.AbortedException;

@ExtendWith(OutputCaptureExtension.class)
class ProblemsTests {

    @Test
    void doesNotTakeTheBlameForASenderWhoLeaves(CapturedOutput output) {
        assertThat(Problems.of(new AbortedException("Connection has been closed"))
                        .status())
                .isEqualTo(400);
        assertThat(output.getAll()).isEmpty();
    }

    @Test
    void logsItsOwnFaultsUnderTheNumberThatItAnswers(CapturedOutput output) {
        Problem problem = Problems.of(new IllegalStateException("a secret of the house"));
        assertThat(problem.status()).isEqualTo(500);
        assertThat(problem.detail()).doesNotContain("secret");
        String number = problem.detail().replaceAll(".*number (\\S+)\\.", "$1");
        assertThat(output.getAll()).contains(number);
    }

    @Test
    void saysWhenToComeAgainWhileTheDatabaseIsAway() {
        Problem away = Problems.of(new IllegalStateException(new DataAccessResourceFailureException("gone")));
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.headers().getFirst(HttpHeaders.RETRY_AFTER)).matches("[0-9]+");
    }
}
