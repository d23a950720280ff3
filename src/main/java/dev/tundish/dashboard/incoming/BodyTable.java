package dev.tundish.dashboard.incoming;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import dev.tundish.campaign.Campaign;
import dev.tundish.dashboard.campaign.EventWords;
import dev.tundish.incoming.Addresses;
import dev.tundish.incoming.BodyReader;
import dev.tundish.intake.Item;
import dev.tundish.intake.Reject;
import dev.tundish.journal.Card;
import dev.tundish.journal.FlowCheck;
import dev.tundish.journal.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What each of the last bodies would become. */
class BodyTable extends NativeTable {

    private static final long serialVersionUID = 1;

    private transient List<String> shown = List.of();

    /** What is said of one body. */
    private record Line(boolean refused, String lead, String what, String more) {}

    BodyTable() {
        addClassName("t-becomes");
        setCaptionText("What the last bodies become");
        NativeTableRow head = getHead().addRow();
        for (String name : List.of("Came", "Lead", "What it becomes")) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(name);
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
    }

    /** How many of them would be taken. */
    int show(List<Addresses.Body> bodies, BodyReader reader, List<Campaign> campaigns) {
        List<Line> lines = new ArrayList<>();
        for (int n = 0; n < bodies.size(); n++) {
            lines.add(line(reader.judge(bodies.get(n).text(), bodies.get(n).at(), n), campaigns));
        }
        List<String> next = new ArrayList<>();
        for (int n = 0; n < bodies.size(); n++) {
            next.add(bodies.get(n).id() + " " + lines.get(n));
        }
        if (!next.equals(shown)) {
            shown = next;
            getBody().removeAll();
            for (int n = 0; n < bodies.size(); n++) {
                getBody().add(row(bodies.get(n), lines.get(n)));
            }
        }
        return (int) lines.stream().filter(line -> !line.refused()).count();
    }

    private static NativeTableRow row(Addresses.Body body, Line line) {
        Pre text = new Pre(body.text());
        text.addClassName("t-body");
        text.getElement().setAttribute("tabindex", "0");
        NativeTableRow row = new NativeTableRow();
        Span more = new Span(line.more());
        more.addClassName("t-quiet");
        NativeTableCell when = new NativeTableCell(IncomingWords.when(body.at()));
        row.add(
                when,
                new NativeTableCell(line.lead()),
                new NativeTableCell(new Span(line.what()), more, new Details("What was sent", text)));
        if (line.refused()) {
            row.addClassName("t-refused");
        }
        return row;
    }

    private static Line line(@Nullable Item item, List<Campaign> campaigns) {
        return switch (item) {
            case null -> new Line(false, "", "Left out: nothing about a lead", "");
            case Item.Refused(Reject reject) ->
                new Line(true, "", IncomingWords.reason(reject.code()), reject.detail());
            case Item.Valid event ->
                campaigns.stream()
                        .filter(one -> one.key().equals(event.campaign()))
                        .findFirst()
                        .map(one -> in(one, event))
                        .orElseGet(() -> new Line(
                                true,
                                event.lead(),
                                "There is no campaign “" + event.campaign() + "”",
                                "Create it, or say which one is meant."));
        };
    }

    private static Line in(Campaign campaign, Item.Valid event) {
        Outcome.Rejected wrong = FlowCheck.refusal(campaign.definition().flow(), event.event());
        if (wrong != null) {
            return new Line(true, event.lead(), IncomingWords.reason(wrong.code()), wrong.detail());
        }
        Instant at = Instant.EPOCH.plus(event.event().at(), java.time.temporal.ChronoUnit.MICROS);
        var value = event.event().value();
        String money = value == null ? "" : ", " + value.amount().toPlainString() + " " + value.currency();
        return new Line(
                false,
                event.lead(),
                new EventWords(campaign.definition()).words(event.event().what()) + money + " · "
                        + campaign.definition().name(),
                more(event, at));
    }

    private static String more(Item.Valid event, Instant at) {
        Stream<String> traits = event.event().attributes().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> each.getKey() + ": " + each.getValue());
        Card card = event.card();
        Stream<String> contact = card == null
                ? Stream.of()
                : Stream.of(card.name(), card.company(), card.email(), card.phone(), card.url(), card.owner())
                        .filter(Objects::nonNull);
        Stream<String> comment = event.comment() == null ? Stream.of() : Stream.of("“" + event.comment() + "”");
        return Stream.of(contact, traits, comment, Stream.of("happened " + at))
                .flatMap(all -> all)
                .collect(Collectors.joining(" · "));
    }
}
