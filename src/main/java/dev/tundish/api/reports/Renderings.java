package dev.tundish.api.reports;

import dev.tundish.api.http.Json;
import dev.tundish.campaign.Campaign;
import dev.tundish.funnel.FunnelQuestion;
import dev.tundish.funnel.FunnelReport;
import dev.tundish.report.Versioned;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.springframework.http.codec.ServerSentEvent;

/** One rendering of a report for all who read the same stream. Bounded: the least recently used stream goes first. */
final class Renderings {

    private static final int STREAMS = 256;

    /** @param id the version, and a checksum of the content */
    record Rendered(String id, ServerSentEvent<String> event) {}

    private record Key(int campaign, String name) {}

    private record Kept(Versioned<FunnelReport> answer, Rendered rendered) {}

    private final Map<Key, Kept> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Kept> eldest) {
            return size() > STREAMS;
        }
    };

    synchronized Rendered of(Campaign campaign, String name, FunnelQuestion question, Versioned<FunnelReport> answer) {
        Key key = new Key(campaign.id(), name);
        Kept present = kept.get(key);
        if (present != null && isSame(present, answer)) {
            return present.rendered();
        }
        Rendered rendered = render(campaign, question, answer);
        kept.put(key, new Kept(answer, rendered));
        return rendered;
    }

    @SuppressWarnings(
            "ReferenceEquality") // all readers of a stream are handed the same answer; comparing it would cost more
    private static boolean isSame(Kept present, Versioned<FunnelReport> answer) {
        return present.answer() == answer;
    }

    private static Rendered render(Campaign campaign, FunnelQuestion question, Versioned<FunnelReport> answer) {
        Map<String, @Nullable Object> members = FunnelJson.of(campaign.key(), question, answer);
        CRC32C sum = new CRC32C();
        sum.update(Json.bytes(members));
        String id = answer.version() + "-" + Long.toHexString(sum.getValue());
        String data = new String(Json.bytes(members), StandardCharsets.UTF_8);
        return new Rendered(
                id, ServerSentEvent.<String>builder().id(id).data(data).build());
    }
}
