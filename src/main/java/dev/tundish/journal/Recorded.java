package dev.tundish.journal;

import dev.tundish.funnel.LeadEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An event as it stands in the log. */
public record Recorded(
        String lead,
        LeadEvent event,
        @Nullable String comment,
        @Nullable String by,
        long version,
        Instant receivedAt) {}
