package dev.tundish.api.intake;

/** The types of events, for other rooms of the API. */
public final class EventTypes {

    private EventTypes() {}

    public static boolean isKnown(String type) {
        return Types.ALL.contains(type);
    }
}
