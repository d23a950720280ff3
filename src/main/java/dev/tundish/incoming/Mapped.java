package dev.tundish.incoming;

import java.util.Map;

/** What a body becomes by a mapping. */
public sealed interface Mapped {

    /**
     * An event, still to be judged as any other.
     *
     * @param members as the API would take them
     */
    record Event(Map<String, Object> members) implements Mapped {}

    /** It says nothing about a lead, as the mapping knows. */
    record NoEvent() implements Mapped {}

    /** The mapping does not say what it is. */
    record Unmapped(String detail) implements Mapped {}
}
