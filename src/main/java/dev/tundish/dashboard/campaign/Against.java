package dev.tundish.dashboard.campaign;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a campaign's numbers are compared with. */
public sealed interface Against {

    Against USUAL = new Usual();

    /** With the predecessor, when there is one. */
    record Usual() implements Against {}

    /** With nothing. */
    record Nothing() implements Against {}

    /** With the time before, so that weekdays meet weekdays. */
    record Previous() implements Against {}

    /** With the campaign's targets. */
    record Target() implements Against {}

    /** With another campaign at the same age. */
    record Other(String key) implements Against {}

    /** By its name in addresses; the usual for any that is none. */
    static Against of(@Nullable String text) {
        if (text == null) {
            return USUAL;
        }
        Against named = Names.ALL.get(text);
        String key = text.startsWith(Names.CAMPAIGN) ? text.substring(Names.CAMPAIGN.length()) : text;
        return named != null ? named : key.matches("[a-z0-9][a-z0-9-]{0,63}") ? new Other(key) : USUAL;
    }

    /** Its name in addresses; null: the usual needs none. */
    default @Nullable String text() {
        return switch (this) {
            case Usual() -> null;
            case Nothing() -> "none";
            case Previous() -> "previous";
            case Target() -> "target";
            // a campaign may be called like one of the words
            case Other(String key) -> Names.ALL.containsKey(key) ? Names.CAMPAIGN + key : key;
        };
    }

    /** The words of addresses. */
    final class Names {

        private static final String CAMPAIGN = "campaign:";
        private static final Map<String, Against> ALL =
                Map.of("none", new Nothing(), "previous", new Previous(), "target", new Target());

        private Names() {}
    }
}
