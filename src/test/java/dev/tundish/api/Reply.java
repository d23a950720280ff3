package dev.tundish.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer of the API. */
record Reply(int status, HttpHeaders headers, String body) {

    JsonNode json() {
        return JsonMapper.shared().readTree(body);
    }

    /** A number, by its JSON pointer. */
    long number(String pointer) {
        return json().at(pointer).asLong();
    }

    String text(String pointer) {
        return json().at(pointer).asString();
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** The lines of a streamed answer. */
    List<JsonNode> lines() {
        return body.lines().map(line -> JsonMapper.shared().readTree(line)).toList();
    }

    Reply is(int expected) {
        assertThat(status).as(body).isEqualTo(expected);
        return this;
    }

    /** That it is a problem by RFC 9457. */
    Reply isProblem(int expected) {
        is(expected);
        assertThat(header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(number("/status")).isEqualTo(expected);
        for (String member : List.of("type", "title", "detail")) {
            assertThat(text("/" + member)).as(member).isNotBlank();
        }
        return this;
    }

    /** That it answers so many of each. */
    Reply counts(long accepted, long duplicates, long rejected) {
        assertThat(List.of(number("/accepted"), number("/duplicates"), number("/rejectedCount")))
                .as(body)
                .containsExactly(accepted, duplicates, rejected);
        return this;
    }

    /** The codes of the rejects, by their index. */
    List<String> codes() {
        return json().at("/rejected")
                .valueStream()
                .map(each -> each.at("/index").asInt() + " " + each.at("/code").asString())
                .toList();
    }

    Set<String> names() {
        return new TreeSet<>(json().propertyNames());
    }
}
