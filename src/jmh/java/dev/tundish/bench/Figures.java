package dev.tundish.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured, each with its mark where it has one. */
final class Figures {

    private record Row(String what, String figure, String mark, String verdict) {}

    private final List<Row> rows = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private boolean missed;

    /** A line that stands above the table. */
    void text(String line) {
        System.out.println(line);
        texts.add(line);
    }

    /** A figure without a mark. */
    void add(String what, String figure) {
        put(new Row(what, figure, "", ""));
    }

    /** A figure that is to be at least so large. */
    void atLeast(String what, double figure, double mark, String unit) {
        judge(what, figure, "≥ " + number(mark) + unit, figure >= mark, unit);
    }

    /** A figure that is to be smaller. */
    void below(String what, double figure, double mark, String unit) {
        judge(what, figure, "< " + number(mark) + unit, figure < mark, unit);
    }

    private void judge(String what, double figure, String mark, boolean passed, String unit) {
        missed |= !passed;
        put(new Row(what, number(figure) + unit, mark, passed ? "pass" : "FAIL"));
    }

    private void put(Row row) {
        System.out.println(
                "  " + row.what() + ": " + row.figure() + (row.verdict().isEmpty() ? "" : "  " + row.verdict()));
        rows.add(row);
    }

    boolean missed() {
        return missed;
    }

    static String number(double value) {
        return value >= 100 ? String.format(Locale.ROOT, "%,.0f", value) : String.format(Locale.ROOT, "%.2f", value);
    }

    String table() {
        int what = rows.stream().mapToInt(r -> r.what().length()).max().orElse(0);
        int figure = rows.stream().mapToInt(r -> r.figure().length()).max().orElse(0);
        StringBuilder table = new StringBuilder("\n");
        for (Row row : rows) {
            table.append(pad(row.what(), what))
                    .append("  ")
                    .append(" ".repeat(figure - row.figure().length()));
            table.append(row.figure())
                    .append("  ")
                    .append(pad(row.mark(), 14))
                    .append(row.verdict())
                    .append('\n');
        }
        return table.toString();
    }

    String markdown() {
        StringBuilder text = new StringBuilder();
        texts.forEach(line -> text.append(line).append("  \n"));
        text.append("\n| what | figure | first mark | |\n|---|---:|---|---|\n");
        for (Row row : rows) {
            text.append("| ").append(String.join(" | ", row.what(), row.figure(), row.mark(), row.verdict()));
            text.append(" |\n");
        }
        return text.toString();
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
