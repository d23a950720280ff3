package dev.tundish.incoming;

import java.util.UUID;

/**
 * One refused thing, as it is kept.
 *
 * @param id its own; it follows from nothing that was sent
 */
public record Kept(UUID id, Refused refused) {

    /** An id for an event that came without one: the same at every try. */
    public String eventId(int index) {
        return "again-" + id + (index == 0 ? "" : "-" + index);
    }
}
