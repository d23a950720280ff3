package dev.tundish.api.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import reactor.test.StepVerifier;

class FormsTests {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Test
    void readsFieldsAsBrowsersWriteThem() {
        assertThat(form("name=Ana+Ruiz&email=a%40b.de&empty=&alone&=x"))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("name", "Ana Ruiz", "email", "a@b.de", "empty", "", "alone", ""));
    }

    @Test
    void aFieldThatStandsTwiceIsAList() {
        assertThat(form("tag=a&tag=b&tag=c")).containsEntry("tag", List.of("a", "b", "c"));
    }

    @Test
    void whatIsEscapedWronglyStaysAsItWasWritten() {
        assertThat(form("off=50%&x=%zz")).containsEntry("off", "50%").containsEntry("x", "%zz");
    }

    @Test
    void readsPartsAndOfFilesTheName() {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.parseMediaType("multipart/form-data; boundary=x"));
        String body = "--x\r\nContent-Disposition: form-data; name=\"email\"\r\n\r\na@b.de\r\n"
                + "--x\r\nContent-Disposition: form-data; name=\"cv\"; filename=\"cv.pdf\"\r\n\r\n%PDF\r\n--x--\r\n";
        StepVerifier.create(Forms.multipart(body.getBytes(StandardCharsets.UTF_8), headers))
                .assertNext(fields -> assertThat(fields)
                        .containsExactlyInAnyOrderEntriesOf(Map.of("email", "a@b.de", "cv", "cv.pdf")))
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void saysWhenPartsCannotBeRead() {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.parseMediaType("multipart/form-data; boundary=x"));
        StepVerifier.create(Forms.multipart("nothing".getBytes(StandardCharsets.UTF_8), headers))
                .expectError()
                .verify(PATIENCE);
    }

    private static Map<String, @Nullable Object> form(String text) {
        return Forms.urlencoded(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
