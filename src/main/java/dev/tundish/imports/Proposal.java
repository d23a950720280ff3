package dev.tundish.imports;

import dev.tundish.funnel.Flow;
import dev.tundish.funnel.Stage;
import dev.tundish.intake.EventTypes;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the columns of a file seem to mean, by their names and first values: a beginning, for people to put right. */
public final class Proposal {

    private static final int TRAIT_VALUES = 60;
    private static final int ATTRIBUTES = 20;

    private final Flow flow;
    private final Moments moments;
    private final List<Row> rows;
    private final Set<Meaning> given = new HashSet<>();
    private int attributes;

    private Proposal(Flow flow, ZoneId zone, List<Row> rows) {
        this.flow = flow;
        this.moments = new Moments(zone, DayOrder.DAY_FIRST); // only to know whether it is one
        this.rows = rows;
    }

    public static Mapping of(List<String> header, List<Row> rows, Flow flow, ZoneId zone) {
        Kind kind = Kind.LEADS;
        for (int n = 0; n < header.size(); n++) {
            kind = holdsTypes(column(rows, n)) ? Kind.EVENTS : kind;
        }
        return of(kind, header, rows, flow, zone);
    }

    public static Mapping of(Kind kind, List<String> header, List<Row> rows, Flow flow, ZoneId zone) {
        Proposal proposal = new Proposal(flow, zone, rows);
        List<Meaning> columns = new ArrayList<>();
        for (int n = 0; n < header.size(); n++) {
            columns.add(proposal.meaning(kind, header.get(n), column(rows, n)));
        }
        if (columns.stream().noneMatch(m -> m.what() == What.LEAD)) {
            proposal.lead(columns);
        }
        Mapping mapping = new Mapping(kind, columns, DayOrder.UNKNOWN, "", zone);
        return mapping.withOrder(DayOrder.of(mapping.momentsIn(rows)));
    }

    private Meaning meaning(Kind kind, String name, List<String> cells) {
        if (cells.isEmpty()) {
            return Meaning.NOTHING;
        }
        String slug = Words.slug(name);
        boolean moments = holdsMoments(cells);
        Meaning guess = kind == Kind.EVENTS ? event(slug, cells) : lead(slug, cells, moments);
        if (guess.what() == What.NOTHING) {
            guess = common(slug);
        }
        if (guess.what() == What.NOTHING && !moments && isTrait(slug, cells) && attributes < ATTRIBUTES) {
            guess = Meaning.of(What.ATTRIBUTE, attribute(slug));
        }
        Meaning key = guess.what().isMany() ? guess : Meaning.of(guess.what());
        if (guess.what() == What.NOTHING || !given.add(key)) {
            return Meaning.NOTHING;
        }
        attributes += guess.what() == What.ATTRIBUTE ? 1 : 0;
        return guess;
    }

    private Meaning event(String slug, List<String> cells) {
        if (holdsTypes(cells)) {
            return Meaning.of(What.TYPE);
        }
        return switch (slug) {
            case "id", "event_id" -> Meaning.of(What.ID);
            case "at", "time", "timestamp", "date", "datetime", "occurred_at", "created_at", "happened_at" ->
                Meaning.of(What.AT);
            case "stage" -> Meaning.of(What.STAGE);
            case "reason" -> Meaning.of(What.REASON);
            default -> Meaning.NOTHING;
        };
    }

    private Meaning lead(String slug, List<String> cells, boolean moments) {
        boolean said = cells.stream().allMatch(cell -> Words.isYes(cell) != null);
        for (Stage stage : flow.stages()) {
            boolean named = mentions(slug, stage.key()) || mentions(slug, Words.slug(stage.label()));
            if (named && (moments || said)) {
                return Meaning.of(What.REACHED, stage.key());
            }
        }
        if (moments && (mentions(slug, "won") || mentions(slug, "closed") || mentions(slug, "paid"))) {
            return Meaning.of(What.REACHED, flow.stages().get(flow.last()).key());
        }
        if (moments && (mentions(slug, "lost") || mentions(slug, "left"))) {
            return Meaning.of(What.LEFT_AT);
        }
        boolean first = slug.matches(".*(first|created|came|contact|captured|signup|signed|submitted|received|lead).*")
                || slug.matches("date|time|timestamp|at");
        if (moments && first) {
            return Meaning.of(What.REACHED, flow.stages().getFirst().key());
        }
        return switch (slug) {
            case "lost_reason", "reason", "loss_reason", "exit_reason", "closed_lost_reason" ->
                Meaning.of(What.LEFT, "lost");
            case "rejected_reason", "reject_reason" -> Meaning.of(What.LEFT, "rejected");
            case "disqualified_reason", "disqualification_reason" -> Meaning.of(What.LEFT, "disqualified");
            default -> Meaning.NOTHING;
        };
    }

    private static Meaning common(String slug) {
        return switch (slug) {
            case "lead", "lead_id", "leadid", "mql_id", "contact_id", "prospect_id", "customer_id" ->
                Meaning.of(What.LEAD);
            case "verdict" -> Meaning.of(What.VERDICT);
            case "reasons" -> Meaning.of(What.REASONS);
            case "amount", "value", "revenue", "deal_value", "deal_amount", "price" -> Meaning.of(What.AMOUNT);
            case "currency" -> Meaning.of(What.CURRENCY);
            case "comment", "note", "notes", "remark" -> Meaning.of(What.COMMENT);
            case "by", "salesperson", "sales_rep" -> Meaning.of(What.BY);
            case "name", "full_name", "contact_name" -> Meaning.of(What.CARD, "name");
            case "company", "company_name", "account" -> Meaning.of(What.CARD, "company");
            case "email", "e_mail", "mail" -> Meaning.of(What.CARD, "email");
            case "phone", "telephone", "mobile" -> Meaning.of(What.CARD, "phone");
            case "url", "website" -> Meaning.of(What.CARD, "url");
            case "owner" -> Meaning.of(What.CARD, "owner");
            default -> Meaning.NOTHING;
        };
    }

    /** The first column of which each value stands once and is neither taken nor a moment. */
    private void lead(List<Meaning> columns) {
        for (int n = 0; n < columns.size(); n++) {
            List<String> cells = column(rows, n);
            boolean free =
                    columns.get(n).what() == What.NOTHING || columns.get(n).what() == What.ATTRIBUTE;
            boolean names =
                    !cells.isEmpty() && cells.size() == rows.size() && new HashSet<>(cells).size() == cells.size();
            if (free && names && !holdsMoments(cells)) {
                columns.set(n, Meaning.of(What.LEAD));
                return;
            }
        }
        for (int n = 0; n < columns.size(); n++) {
            if (columns.get(n).equals(Meaning.of(What.CARD, "email"))) {
                columns.set(n, Meaning.of(What.LEAD));
                return;
            }
        }
    }

    private static String attribute(String slug) {
        return switch (slug) {
            case "origin", "utm_source", "channel" -> "source";
            case "utm_medium" -> "medium";
            default -> slug;
        };
    }

    /** Few values, or a name that says that it is told apart by. Own list of refused rows: never. */
    private static boolean isTrait(String slug, List<String> cells) {
        if (slug.startsWith("refused_") || !slug.matches("[a-z0-9_]{1,64}")) {
            return false;
        }
        long different = cells.stream().distinct().count();
        boolean few = different <= TRAIT_VALUES && (different * 2 <= cells.size() || cells.size() < 10);
        return few || slug.matches(".*(source|medium|segment|region|campaign|landing_page|origin|country|industry).*");
    }

    private static boolean mentions(String slug, String word) {
        return ("_" + slug + "_").contains("_" + word + "_");
    }

    private boolean holdsMoments(List<String> cells) {
        return !cells.isEmpty()
                && cells.stream().filter(cell -> moments.read(cell) != null).count() * 10 >= cells.size() * 6L;
    }

    private static boolean holdsTypes(List<String> cells) {
        return !cells.isEmpty()
                && cells.stream()
                                        .filter(cell -> EventTypes.isKnown(cell.toLowerCase(Locale.ROOT)))
                                        .count()
                                * 2
                        > cells.size();
    }

    /** What is in a column, without what is empty. */
    private static List<String> column(List<Row> rows, int column) {
        return rows.stream()
                .map(row -> row.cell(column).strip())
                .filter(cell -> !cell.isEmpty())
                .toList();
    }
}
