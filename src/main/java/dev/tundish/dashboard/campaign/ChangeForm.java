package dev.tundish.dashboard.campaign;

import dev.tundish.campaign.CampaignChanges;
import dev.tundish.campaign.ChangeRules;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What somebody says they changed, as the page's form sends it. */
record ChangeForm(String by, String at, String what) {

    private static final Map<String, String> FIELDS = Map.of("by", "Who", "at", "When", "what", "What");

    /** What is wrong with it, for people; null: nothing. */
    @Nullable
    String fault(Instant now, ZoneId zone) {
        if (!at.isBlank() && Ranges.local(at) == null) {
            return "When must be a date and a time of day; leave it empty for now.";
        }
        return ChangeRules.check(text(zone), now).stream()
                .findFirst()
                .map(fault -> FIELDS.getOrDefault(fault.field(), fault.field()) + " " + fault.sentence())
                .orElse(null);
    }

    CampaignChanges.Text text(ZoneId zone) {
        LocalDateTime local = Ranges.local(at);
        Instant moment = local == null ? null : local.atZone(zone).toInstant().truncatedTo(ChronoUnit.MINUTES);
        return new CampaignChanges.Text(moment, by.strip(), what.strip());
    }
}
