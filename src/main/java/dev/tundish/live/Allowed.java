package dev.tundish.live;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long each lead is given to move on. */
public sealed interface Allowed {

    Allowed USUAL = new Usual();
    Allowed NONE = new None();

    /** As long as the campaign says. */
    record Usual() implements Allowed {}

    /** However long it takes. */
    record None() implements Allowed {}

    record Of(Duration time) implements Allowed {}

    /** In a campaign that usually gives this much; null: no limit. */
    default @Nullable Duration in(Duration usual) {
        return switch (this) {
            case Usual() -> usual;
            case None() -> null;
            case Of(Duration time) -> time;
        };
    }
}
