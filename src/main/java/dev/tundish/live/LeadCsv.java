package dev.tundish.live;

import dev.tundish.funnel.Flow;
import dev.tundish.funnel.Journey;
import dev.tundish.funnel.Money;
import dev.tundish.funnel.Stage;
import dev.tundish.funnel.Verdict;
import dev.tundish.journal.Card;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Leads as lines of a table (RFC 4180). A cell that a spreadsheet would run as a formula is kept from it by an apostrophe
 * in front: what stands in it was written by strangers.
 */
final class LeadCsv {

    static final String LINE_END = "\r\n";

    /** What spreadsheets take for the beginning of a formula, also in the wide forms of East Asian keyboards. */
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final Flow flow;
    private final List<String> attributes;
    private final @Nullable ZoneId zone;

    /** @param zone whose clock the times follow, as spreadsheets read them; null: RFC 3339 in UTC, as programs do */
    LeadCsv(Flow flow, List<String> attributes, @Nullable ZoneId zone) {
        this.flow = flow;
        this.attributes = attributes;
        this.zone = zone;
    }

    /** The names of the columns. */
    String head() {
        List<@Nullable String> cells = new ArrayList<>(List.of("lead", "status", "stage", "reason", "voided"));
        for (Stage stage : flow.stages()) {
            cells.add("reached." + stage.key());
        }
        cells.addAll(List.of("amount", "currency", "verdict", "verdict.source", "verdict.reasons", "verdict.at"));
        attributes.forEach(key -> cells.add("attribute." + key));
        for (String field : List.of("name", "company", "email", "phone", "url", "owner")) {
            cells.add("card." + field);
        }
        return line(cells);
    }

    String line(String lead, Journey journey, @Nullable Card card) {
        List<@Nullable String> cells = new ArrayList<>();
        cells.add(lead);
        cells.add(journey.status().name().toLowerCase(Locale.ROOT));
        cells.add(
                journey.stage() < 0 ? null : flow.stages().get(journey.stage()).key());
        cells.add(journey.reason());
        cells.add(Boolean.toString(journey.voided()));
        for (int k = 0; k < flow.size(); k++) {
            cells.add(time(journey.reached()[k]));
        }
        Money value = journey.value();
        cells.add(value == null ? null : value.amount().toPlainString());
        cells.add(value == null ? null : value.currency());
        verdict(cells, journey.verdict());
        attributes.forEach(key -> cells.add(journey.attributes().get(key)));
        card(cells, card);
        return line(cells);
    }

    private void verdict(List<@Nullable String> cells, @Nullable Verdict verdict) {
        if (verdict == null) {
            cells.addAll(java.util.Arrays.asList(null, null, null, null));
            return;
        }
        cells.add(verdict.mark().name().toLowerCase(Locale.ROOT));
        cells.add(verdict.source().name().toLowerCase(Locale.ROOT));
        cells.add(String.join(" ", verdict.reasons()));
        cells.add(time(verdict.at()));
    }

    private static void card(List<@Nullable String> cells, @Nullable Card card) {
        cells.add(card == null ? null : card.name());
        cells.add(card == null ? null : card.company());
        cells.add(card == null ? null : card.email());
        cells.add(card == null ? null : card.phone());
        cells.add(card == null ? null : card.url());
        cells.add(card == null ? null : card.owner());
    }

    private @Nullable String time(long micros) {
        if (micros == Journey.NEVER) {
            return null;
        }
        Instant at = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
        return zone == null ? at.toString() : CLOCK.format(at.atZone(zone));
    }

    private static String line(List<@Nullable String> cells) {
        return cells.stream().map(LeadCsv::cell).collect(Collectors.joining(",", "", LINE_END));
    }

    static String cell(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        String harmless = FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean quoted = harmless.chars().anyMatch(c -> c == '"' || c == ',' || c == ';' || c == '\r' || c == '\n');
        return quoted ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
