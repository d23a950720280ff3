package dev.tundish.campaign;

import dev.tundish.campaign.Checked.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The rules of what people say of a change (contract, 5), for requests and forms alike. */
public final class ChangeRules {

    /** Characters of who made it. */
    public static final int BY = 128;

    /** Characters of what it is. */
    public static final int WHAT = 500;

    /** How far a sender's clock may be ahead, as with events. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private ChangeRules() {}

    /** What is wrong with it at this moment; nothing, when it may be written down. */
    public static List<Fault> check(CampaignChanges.Text text, Instant now) {
        Faults faults = new Faults();
        Instant at = text.at();
        if (at != null && at.isAfter(now.plus(AHEAD))) {
            faults.add("at", "must not be in the future: write a change down when it is made.");
        }
        if (at != null && at.isBefore(EARLIEST)) {
            faults.add("at", "must be 2000-01-01 or later.");
        }
        faults.line("by", text.by(), BY);
        faults.line("what", text.what(), WHAT);
        return faults.all();
    }
}
