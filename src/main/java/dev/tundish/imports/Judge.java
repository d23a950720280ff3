package dev.tundish.imports;

import dev.tundish.funnel.Flow;
import dev.tundish.intake.ContentDigest;
import dev.tundish.intake.EventParser;
import dev.tundish.intake.Item;
import dev.tundish.intake.Reject;
import dev.tundish.journal.FlowCheck;
import dev.tundish.journal.Outcome.Rejected;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Judges rows, for a look at what would become of them and for the import itself: by the parser and the flow that judge
 * everybody's events. A row is taken as a whole or not at all.
 *
 * <p>An event without an id of its own is named by its content, so that what is imported twice, from whatever file, is
 * known and not counted twice; and what was corrected meanwhile is another event.
 */
public final class Judge {

    private final String campaign;
    private final Flow flow;
    private final Mapping mapping;
    private final List<String> header;
    private final Moments moments;
    private final EventParser parser;

    /** @param now microseconds since the epoch */
    public Judge(String campaign, Flow flow, Mapping mapping, List<String> header, long now) {
        this.campaign = campaign;
        this.flow = flow;
        this.mapping = mapping;
        this.header = List.copyOf(header);
        this.moments = new Moments(mapping.zone(), mapping.order());
        this.parser = new EventParser(now);
    }

    public Judged judge(Row row) {
        Cells cells = new Cells(mapping, header, moments, row);
        try {
            refuseLonger(row);
            List<Map<String, Object>> events = switch (mapping.kind()) {
                case LEADS -> LeadRows.events(mapping, flow, cells);
                case EVENTS -> EventRows.events(cells, flow);
            };
            List<Item.Valid> valid = new ArrayList<>();
            for (Map<String, Object> event : events) {
                event.put("campaign", campaign);
                if (!event.containsKey("id")) {
                    event.put("id", "csv-" + HexFormat.of().formatHex(ContentDigest.of(event)));
                }
                switch (parser.judge(event, row.number())) {
                    case Item.Refused(Reject reject) -> {
                        return new Judged.Refused(row, reject.code(), reject.detail());
                    }
                    case Item.Valid item -> {
                        Rejected refusal = FlowCheck.refusal(flow, item.event());
                        if (refusal != null) {
                            return new Judged.Refused(row, refusal.code(), refusal.detail());
                        }
                        valid.add(item);
                    }
                }
            }
            return new Judged.Taken(row, List.copyOf(valid), cells.clocks());
        } catch (RowFault fault) {
            return new Judged.Refused(row, fault.code(), fault.sentence());
        }
    }

    private void refuseLonger(Row row) {
        for (int n = header.size(); n < row.cells().size(); n++) {
            if (!row.cell(n).isBlank()) {
                throw RowFault.malformed("The row has " + row.cells().size() + " cells, the header " + header.size()
                        + ": look for a quotation mark that is missing or too many.");
            }
        }
    }
}
