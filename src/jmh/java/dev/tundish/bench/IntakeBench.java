package dev.tundish.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * How many events a second are acknowledged, by every way in. An acknowledged event is committed and counted. Each way is
 * warmed up until it gets no faster, then measured for some seconds, until the last answer is there.
 */
final class IntakeBench {

    static final int MANY = 64;

    private static final int SECONDS = Integer.getInteger("bench.seconds", 10);
    private static final int WARM_UP = Math.max(2, SECONDS / 3);
    /** Warming up is over when this many times in a row were no faster than the best before them by a twentieth. */
    private static final int LEVEL = 2;

    private static final double FASTER = 1.05;
    private static final int AT_MOST = 25;
    private static final int LINES = 500;
    private static final int SINGLES = 64;

    private IntakeBench() {}

    static String into(int campaigns) {
        return campaigns == 1 ? "one campaign" : campaigns + " campaigns";
    }

    private interface Sender {
        /** Sends until the time is over; how many events were acknowledged. */
        long send(Line line, Load load, long until, List<Long> latencies) throws IOException;
    }

    private record Way(String name, int connections, Sender sender, double mark) {}

    private record Measured(double rate, long[] latencies) {
        double milliseconds(double share) {
            return latencies[(int) Math.min(latencies.length - 1, Math.ceil(latencies.length * share))] / 1e6;
        }
    }

    static void measure(App app, int campaigns, double alone, Figures figures) throws Exception {
        List<String> keys = IntStream.range(0, campaigns)
                .mapToObj(n -> "intake-" + campaigns + "-" + n)
                .toList();
        for (String key : keys) {
            app.campaign(key);
        }
        List<Way> ways = List.of(
                new Way("NDJSON, 1 connection", 1, IntakeBench::stream, 10_000),
                new Way("NDJSON, 4 connections", 4, IntakeBench::stream, 10_000),
                new Way("arrays of 500, 4 connections", 4, IntakeBench::arrays, 0),
                new Way("single posts, 64 connections", SINGLES, IntakeBench::singles, 3_000));
        for (Way way : ways) {
            warmUp(app, way, keys);
            Measured measured = run(app, way, keys, "m" + way.connections(), SECONDS);
            String what = way.name() + ", " + into(campaigns);
            if (way.mark() > 0) {
                figures.atLeast(what, measured.rate(), way.mark(), "/s");
            } else {
                figures.add(what, Figures.number(measured.rate()) + "/s");
            }
            if (way.name().startsWith("NDJSON")) {
                figures.atLeast(what + ", share of A", measured.rate() / alone, 0.25, "");
            } else {
                figures.add(what + ", share of A", Figures.number(measured.rate() / alone));
            }
            if (way.connections() == SINGLES) {
                figures.add(
                        what + ", p50 / p99",
                        Figures.number(measured.milliseconds(0.5)) + " / " + Figures.number(measured.milliseconds(0.99))
                                + " ms");
            }
        }
    }

    /** The compiler of the virtual machine takes a minute of single posts until it has done its work. */
    private static void warmUp(App app, Way way, List<String> keys) throws Exception {
        double best = 0;
        for (int n = 0, level = 0; n < AT_MOST && level < LEVEL; n++) {
            double rate = run(app, way, keys, "w" + n + "-" + way.connections(), WARM_UP)
                    .rate();
            level = rate > best * FASTER ? 0 : level + 1;
            best = Math.max(best, rate);
        }
    }

    private static Measured run(App app, Way way, List<String> keys, String name, int seconds) throws Exception {
        List<Callable<Long>> senders = new ArrayList<>();
        List<List<Long>> latencies = new ArrayList<>();
        long began = System.nanoTime();
        long until = began + seconds * 1_000_000_000L;
        for (int n = 0; n < way.connections(); n++) {
            List<Long> own = new ArrayList<>();
            latencies.add(own);
            Load load = new Load(name + "-" + way.name().charAt(0) + n, keys);
            senders.add(() -> {
                try (Line line = app.line()) {
                    return way.sender().send(line, load, until, own);
                }
            });
        }
        long acknowledged = 0;
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Long> done : pool.invokeAll(senders)) {
                acknowledged += done.get();
            }
        }
        double took = (System.nanoTime() - began) / 1e9;
        long[] all = latencies.stream()
                .flatMap(List::stream)
                .mapToLong(Long::longValue)
                .toArray();
        Arrays.sort(all);
        return new Measured(acknowledged / took, all);
    }

    private static long stream(Line line, Load load, long until, List<Long> latencies) throws IOException {
        line.beginStream();
        while (System.nanoTime() < until) {
            line.chunk(load.lines(LINES));
        }
        return line.endStream().accepted();
    }

    private static long arrays(Line line, Load load, long until, List<Long> latencies) throws IOException {
        long acknowledged = 0;
        while (System.nanoTime() < until) {
            acknowledged += line.post(load.array(LINES)).accepted();
        }
        return acknowledged;
    }

    private static long singles(Line line, Load load, long until, List<Long> latencies) throws IOException {
        long acknowledged = 0;
        while (System.nanoTime() < until) {
            byte[] event = load.one();
            long asked = System.nanoTime();
            acknowledged += line.post(event).accepted();
            latencies.add(System.nanoTime() - asked);
        }
        return acknowledged;
    }
}
