package dev.tundish.imports;

import dev.tundish.intake.Item;
import dev.tundish.journal.RejectCode;
import java.util.List;
import java.util.Set;

/** What a row becomes. */
public sealed interface Judged {

    Row row();

    /**
     * Events, each valid by itself and under the campaign's flow.
     *
     * @param clocks what the clocks of the zone said to its times
     */
    record Taken(Row row, List<Item.Valid> events, Set<Moments.Clock> clocks) implements Judged {}

    /** Nothing. */
    record Refused(Row row, RejectCode code, String detail) implements Judged {}
}
