package dev.tundish.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/** Events of one sender, without an end: half are new leads, the others happen to leads that it sent before. */
final class Load {

    private static final List<String> SOURCES =
            List.of("paid_search", "organic_search", "social", "newsletter", "webinar", "referral");
    private static final List<String> SEGMENTS = List.of("micro", "small", "mid", "enterprise");

    private final String sender;
    private final List<String> campaigns;
    private final SplittableRandom random;
    private final Instant start;
    private long events;
    private long leads;

    Load(String sender, List<String> campaigns) {
        this.sender = sender;
        this.campaigns = campaigns;
        this.random = new SplittableRandom(sender.hashCode());
        this.start = Instant.now().minus(Duration.ofDays(1));
    }

    /** An event, without a line's end. */
    byte[] one() {
        StringBuilder text = new StringBuilder(256);
        next(text);
        return bytes(text);
    }

    /** A JSON array. */
    byte[] array(int size) {
        StringBuilder text = new StringBuilder(256 * size).append('[');
        for (int n = 0; n < size; n++) {
            next(n == 0 ? text : text.append(','));
        }
        return bytes(text.append(']'));
    }

    /** Lines of NDJSON. */
    byte[] lines(int size) {
        StringBuilder text = new StringBuilder(256 * size);
        for (int n = 0; n < size; n++) {
            next(text);
            text.append('\n');
        }
        return bytes(text);
    }

    private static byte[] bytes(StringBuilder text) {
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private void next(StringBuilder text) {
        boolean fresh = leads < 100 || random.nextInt(2) == 0;
        long lead = fresh ? leads++ : leads - 1 - random.nextLong(Math.min(leads, 20_000));
        long n = events++;
        text.append("{\"id\":\"").append(sender).append('-').append(n);
        text.append("\",\"campaign\":\"").append(campaigns.get((int) (lead % campaigns.size())));
        text.append("\",\"lead\":\"").append(sender).append("-lead-").append(lead);
        text.append("\",\"at\":\"").append(start.plusMillis(n)).append("\",\"type\":\"");
        if (fresh) {
            text.append("lead.captured\",\"attributes\":{\"source\":\"").append(SOURCES.get(random.nextInt(6)));
            text.append("\",\"segment\":\"")
                    .append(SEGMENTS.get(random.nextInt(4)))
                    .append("\"}}");
            return;
        }
        switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> text.append("lead.qualified\"}");
            case 4, 5 -> text.append("lead.accepted\",\"by\":\"Ana\"}");
            case 6 -> text.append("lead.rejected\",\"reason\":\"no_budget\",\"by\":\"Ana\"}");
            case 7 -> text.append("lead.feedback\",\"verdict\":\"good\",\"reasons\":[\"right_customer\"]}");
            case 8 -> text.append("lead.reached\",\"stage\":\"opportunity\"}");
            default -> text.append("lead.converted\",\"value\":{\"amount\":\"1200.50\",\"currency\":\"EUR\"}}");
        }
    }
}
