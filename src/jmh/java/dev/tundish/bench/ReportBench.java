package dev.tundish.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** How long a warm funnel report takes over a million leads that came in through the API, asked over HTTP. */
final class ReportBench {

    private static final int LEADS = Integer.getInteger("bench.leads", 1_000_000);
    private static final int CONNECTIONS = 4;
    private static final int LINES = 500;
    private static final int WARM_UP = 10;
    private static final int ASKED = 50;
    private static final String CAMPAIGN = "a-million";
    private static final Duration SPAN = Duration.ofDays(60);
    /** So long ago that the last lead's story is over, too. */
    private static final Instant START = Instant.now().minus(SPAN).minus(Duration.ofDays(16));

    private ReportBench() {}

    static void measure(App app, Figures figures) throws Exception {
        app.campaign(CAMPAIGN);
        long began = System.nanoTime();
        long events = fill(app);
        double seconds = (System.nanoTime() - began) / 1e9;
        figures.add(
                "%,d leads, loaded as NDJSON: %,d events".formatted(LEADS, events),
                Figures.number(events / seconds) + "/s");
        Map<String, String> questions = new LinkedHashMap<>();
        questions.put("counts", "parts=counts");
        questions.put("counts, one day", "parts=counts&from=" + day(30) + "&to=" + day(31));
        questions.put("counts and times", "");
        questions.put("counts with a window", "parts=counts&window=P7D");
        questions.put("counts with a filter", "parts=counts&filter=source:social");
        questions.put("counts with a breakdown", "parts=counts&breakdown=source");
        questions.put("all: times, window, filter, breakdown", "window=P7D&filter=source:social&breakdown=segment");
        try (Line line = app.line()) {
            for (Map.Entry<String, String> question : questions.entrySet()) {
                ask(
                        line,
                        question.getKey(),
                        "/api/v1/campaigns/" + CAMPAIGN + "/funnel?" + question.getValue(),
                        figures);
            }
        }
    }

    private static void ask(Line line, String what, String path, Figures figures) throws Exception {
        long[] took = new long[ASKED];
        for (int n = -WARM_UP; n < ASKED; n++) {
            long asked = System.nanoTime();
            line.get(path).expectSuccess();
            if (n >= 0) {
                took[n] = System.nanoTime() - asked;
            }
        }
        Arrays.sort(took);
        double middle = took[ASKED / 2] / 1e6;
        double high = took[ASKED * 95 / 100] / 1e6;
        String name = "funnel of %,d leads, %s, p50".formatted(LEADS, what);
        if (what.equals("counts")) {
            figures.below(name, middle, 100, " ms");
        } else {
            figures.add(name, Figures.number(middle) + " ms");
        }
        figures.add("    p95", Figures.number(high) + " ms");
    }

    private static long fill(App app) throws Exception {
        List<Callable<Long>> senders = new ArrayList<>();
        for (int n = 0; n < CONNECTIONS; n++) {
            int first = n;
            senders.add(() -> {
                try (Line line = app.line()) {
                    return send(line, first);
                }
            });
        }
        long events = 0;
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Long> done : pool.invokeAll(senders)) {
                events += done.get();
            }
        }
        return events;
    }

    /** Every fourth lead, from this one on. */
    private static long send(Line line, int first) throws Exception {
        SplittableRandom random = new SplittableRandom(first);
        line.beginStream();
        StringBuilder text = new StringBuilder();
        for (int lead = first, n = 1; lead < LEADS; lead += CONNECTIONS, n++) {
            story(text, lead, random);
            if (n % LINES == 0 || lead + CONNECTIONS >= LEADS) {
                line.chunk(text.toString().getBytes(StandardCharsets.ISO_8859_1));
                text.setLength(0);
            }
        }
        return line.endStream().accepted();
    }

    private static void story(StringBuilder text, int lead, SplittableRandom random) {
        Instant at = START.plusMillis(SPAN.toMillis() / LEADS * lead);
        event(text, lead, 0, at, "lead.captured")
                .append(",\"attributes\":{\"source\":\"")
                .append(List.of("paid_search", "organic_search", "social", "newsletter", "webinar", "referral")
                        .get(random.nextInt(6)))
                .append("\",\"segment\":\"")
                .append(List.of("micro", "small", "mid", "enterprise").get(random.nextInt(4)))
                .append("\"}}\n");
        if (random.nextInt(2) == 0) {
            at = at.plusSeconds(random.nextInt(600_000));
            event(text, lead, 1, at, "lead.qualified").append("}\n");
            if (random.nextInt(3) == 0) {
                at = at.plusSeconds(random.nextInt(600_000));
                event(text, lead, 2, at, "lead.rejected").append(",\"reason\":\"no_budget\"}\n");
            } else if (random.nextInt(4) == 0) {
                at = at.plusSeconds(random.nextInt(600_000));
                event(text, lead, 2, at, "lead.converted")
                        .append(",\"value\":{\"amount\":\"1200.50\",\"currency\":\"EUR\"}}\n");
            }
        }
    }

    private static StringBuilder event(StringBuilder text, int lead, int n, Instant at, String type) {
        return text.append("{\"id\":\"")
                .append(lead)
                .append('-')
                .append(n)
                .append("\",\"campaign\":\"")
                .append(CAMPAIGN)
                .append("\",\"lead\":\"lead-")
                .append(lead)
                .append("\",\"at\":\"")
                .append(at)
                .append("\",\"type\":\"")
                .append(type)
                .append('"');
    }

    private static String day(int n) {
        return START.plus(Duration.ofDays(n)).toString();
    }
}
