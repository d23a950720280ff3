package dev.tundish.api.intake;

import java.nio.charset.StandardCharsets;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

/** From the bytes of one event to what the journal takes, as far as one core can do it. */
@State(Scope.Benchmark)
public class ParserBenchmark {

    private final JsonMapper json = JsonMapper.builder().build();
    private final EventReader parser = new EventReader(System.currentTimeMillis() * 1000);
    private final byte[] event = """
            {"id":"e-4711","type":"lead.captured","campaign":"spring","lead":"lead-4711","at":"2026-02-03T10:11:12.345Z",\
            "attributes":{"source":"paid_search","medium":"cpc","segment":"small","region":"benelux"}}""".getBytes(StandardCharsets.UTF_8);

    @Benchmark
    public Object eventsParsed() {
        try (JsonParser in = json.createParser(event)) {
            in.nextToken();
            return parser.read(in, 0);
        }
    }
}
