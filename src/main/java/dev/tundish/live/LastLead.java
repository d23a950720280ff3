package dev.tundish.live;

import dev.tundish.journal.Recorded;
import dev.tundish.report.Tallied;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When the newest lead of the last hour came in. */
final class LastLead {

    private LastLead() {}

    /** To the moment when its event is among the newest, else to the minute; null when there was none. */
    static @Nullable Instant of(Tallied tallied, Moment moment, List<Recorded> newest) {
        Instant exact = newest.stream()
                .filter(r -> tallied.rules().flow().asserted(r.event().what()) == 0)
                .map(r -> Instant.EPOCH.plus(r.event().at(), ChronoUnit.MICROS))
                .max(Comparator.naturalOrder())
                .orElse(null);
        Instant minute = minute(tallied, moment);
        if (exact == null || minute == null) {
            return exact == null ? minute : exact;
        }
        return exact.isAfter(minute) ? exact : minute;
    }

    private static @Nullable Instant minute(Tallied tallied, Moment moment) {
        long[][] minutes = tallied.activity();
        for (int n = minutes.length - 1; n >= 0; n--) {
            if (minutes[n][0] > 0) {
                return Instant.ofEpochSecond(60L * (moment.nextMinute() - minutes.length + n));
            }
        }
        return null;
    }
}
