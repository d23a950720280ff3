package dev.tundish.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Measures this machine in one run and holds the figures against the first marks. Arguments name parts: {@code intake},
 * {@code report}, {@code page}, {@code pages}, {@code overview}, {@code cube}, {@code micro}; none: all. Ends with 1 when a mark was missed or
 * something failed.
 *
 * <p>Settings, as system properties: {@code tundish.jar} (the packaged application), {@code bench.seconds} (how long each
 * way in is measured), {@code bench.leads} (how many leads reports are asked about).
 */
public final class Bench {

    private static final List<String> PARTS = List.of("intake", "report", "page", "pages", "overview", "cube", "micro");

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        Set<String> parts = new LinkedHashSet<>(arguments.length == 0 ? PARTS : Arrays.asList(arguments));
        if (!PARTS.containsAll(parts)) {
            System.err.println("./tundish bench knows the parts " + String.join(", ", PARTS) + ", not "
                    + String.join(" ", parts) + ".");
            System.exit(2);
        }
        Figures figures = new Figures();
        if (!Set.of("cube", "micro").containsAll(parts)) {
            try (App app = App.start()) {
                figures.text(Machine.describe(app.jdbc()));
                measure(app, parts, figures);
            }
        } else {
            figures.text(Machine.describe());
        }
        if (parts.contains("cube")) {
            CubeBench.measure(figures);
        }
        if (parts.contains("micro")) {
            MicroBenchmarks.run(figures);
        }
        System.out.println(figures.table());
        Path file = Path.of("target", "bench.md");
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, figures.markdown());
        System.out.println("Written to " + file);
        System.exit(figures.missed() ? 1 : 0);
    }

    private static void measure(App app, Set<String> parts, Figures figures) throws Exception {
        Durability.check(app, figures);
        if (parts.contains("intake")) {
            double manyAlone = Baseline.measure(app, IntakeBench.MANY, figures);
            double oneAlone = Baseline.measure(app, 1, figures);
            IntakeBench.measure(app, IntakeBench.MANY, manyAlone, figures);
            IntakeBench.measure(app, 1, oneAlone, figures);
        }
        if (parts.contains("page")) {
            PageBench.measure(app, figures);
        }
        if (parts.contains("pages")) {
            PagesBench.measure(app, figures);
        }
        if (parts.contains("overview")) {
            OverviewBench.measure(app, figures);
        }
        if (parts.contains("report")) {
            ReportBench.measure(app, figures);
        }
    }
}
