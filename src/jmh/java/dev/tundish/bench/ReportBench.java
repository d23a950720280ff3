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

/** How long a warm report of each kind takes over a million leads that came in through the API, asked over HTTP. */
final class ReportBench {

    private static final int LEADS = Integer.getInteger("bench.leads", 1_000_000);
    private static final int CONNECTIONS = 4;
    private static final int LINES = 500;
    private static final int WARM_UP = 10;
    private static final int ASKED = 50;
    private static final String COUNTS = "counts";
    private static final String TIMES = "counts and times of all stages";
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
        ColdPage.measure(app, CAMPAIGN, figures);
        try (Line line = app.line()) {
            for (Map.Entry<String, String> question : questions().entrySet()) {
                ask(line, question.getKey(), "/api/v1/campaigns/" + CAMPAIGN + question.getValue(), figures);
            }
        }
    }

    private static Map<String, String> questions() {
        String lately = "from=" + day(30) + "&to=" + day(60);
        Map<String, String> questions = new LinkedHashMap<>();
        questions.put(COUNTS, "/funnel?parts=counts");
        questions.put("counts, one day", "/funnel?parts=counts&from=" + day(30) + "&to=" + day(31));
        questions.put(TIMES, "/funnel");
        questions.put("window", "/funnel?parts=counts&window=P7D");
        questions.put("filter", "/funnel?parts=counts&filter=source:social");
        questions.put("breakdown", "/funnel?parts=counts&breakdown=source");
        questions.put("times, window, filter, breakdown", "/funnel?window=P7D&filter=source:social&breakdown=segment");
        questions.put("trend by day", "/trend?bucket=P1D");
        questions.put("trend by day with a window", "/trend?bucket=P1D&window=P7D");
        questions.put("feedback by day", "/feedback?bucket=P1D");
        questions.put("leaks", "/leaks?stage=captured&window=P7D");
        questions.put("leaks, pairs too", "/leaks?stage=captured&window=P7D&pairs=true");
        questions.put("shift", "/shift?stage=captured&by=region&window=P7D&before.to=" + day(30) + "&" + lately);
        questions.put("times of a step", "/times?stage=qualified&window=P7D");
        questions.put("bridge", "/bridge?window=P7D&" + lately);
        questions.put("comparison with the period before", "/comparison?with=previous&window=P7D&" + lately);
        questions.put("page of leads", "/leads?count=leads&at=qualified&window=P7D");
        questions.put("page of leads by value", "/leads?count=leads&at=qualified&window=P7D&sort=-value");
        return questions;
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
        String name = "%,d leads over HTTP, %s, p50".formatted(LEADS, what);
        if (what.equals(TIMES)) {
            figures.add(name, Figures.number(middle) + " ms"); // asked apart from the counts, so that these do not wait
        } else {
            figures.below(name, middle, what.equals(COUNTS) ? 100 : 150, " ms");
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
                .append("\",\"region\":\"region-")
                .append(random.nextInt(60))
                .append("\",\"device\":\"device-")
                .append(random.nextInt(3))
                .append("\",\"medium\":\"medium-")
                .append(random.nextInt(5))
                .append("\",\"ad\":\"ad-")
                .append(random.nextInt(800))
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
