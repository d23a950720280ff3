package dev.tundish.dashboard.campaign;

import dev.tundish.funnel.FunnelQuestion.Mode;
import dev.tundish.live.Live;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The times that a campaign's page can show, each with what it counts when nothing else is asked for. */
enum Range {
    ALL(null, false, Mode.COHORT),
    WEEK(Duration.ofDays(7), false, Mode.COHORT),
    TODAY(null, true, Mode.ACTIVITY),
    HOUR(Duration.ofHours(1), false, Mode.ACTIVITY);

    private final @Nullable Duration last;
    private final boolean today;
    private final Mode usual;

    Range(@Nullable Duration last, boolean today, Mode usual) {
        this.last = last;
        this.today = today;
        this.usual = usual;
    }

    Mode usual() {
        return usual;
    }

    Live.View view(Mode mode) {
        return new Live.View(mode, last, today);
    }

    /** The name in addresses. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The range of this name; the whole time for any other. */
    static Range of(@Nullable String code) {
        return Arrays.stream(values())
                .filter(range -> range.code().equals(code))
                .findAny()
                .orElse(ALL);
    }
}
