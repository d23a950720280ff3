package dev.tundish.intake;

/** The types of events, for other rooms. */
public final class EventTypes {

    private EventTypes() {}

    public static boolean isKnown(String type) {
        return Types.ALL.contains(type);
    }
}
