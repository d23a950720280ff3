package dev.tundish.funnel;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to one lead, as far as the fold needs to know it. Within a campaign events are told apart by
 * their id and ordered by {@code (at, id)}, ids by their UTF-8 bytes.
 *
 * @param id 1 to 128 code points
 * @param at microseconds since the epoch
 * @param value only with an event that asserts the last stage
 * @param attributes trimmed, none empty
 */
public record LeadEvent(
        String id, long at, Happening what, @Nullable Money value, Map<String, String> attributes) {

    public LeadEvent {
        attributes = Map.copyOf(attributes);
    }
}
