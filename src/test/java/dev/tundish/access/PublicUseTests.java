package dev.tundish.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicUseTests {

    @Test
    void namesAnOriginAsABrowserDoes() {
        assertThat(PublicUse.origin("https://www.Example.com/")).contains("https://www.example.com");
        assertThat(PublicUse.origin("https://example.com:443")).contains("https://example.com");
        assertThat(PublicUse.origin("http://localhost:3000")).contains("http://localhost:3000");
        assertThat(PublicUse.origin("http://[::1]:80")).contains("http://[::1]");
        assertThat(PublicUse.origin("https://bücher.example")).contains("https://xn--bcher-kva.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "null",
                "www.example.com",
                "https://",
                "https://*.example.com",
                "https://example.com/page",
                "https://a b",
                "https://user@example.com",
                "https://example.com:99999",
                "file:///x"
            })
    void knowsWhatIsNoOrigin(String text) {
        assertThat(PublicUse.origin(text)).isEmpty();
    }
}
