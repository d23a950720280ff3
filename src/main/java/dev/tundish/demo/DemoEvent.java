package dev.tundish.demo;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An event as a sender's program would send it.
 *
 * @param details what else its body carries: reason, verdict, attributes and so on, as the API names them
 */
record DemoEvent(String campaign, String lead, String id, Instant at, String type, Map<String, Object> details) {

    /** Its body for the API. */
    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", type);
        body.put("campaign", campaign);
        body.put("lead", lead);
        body.put("id", id);
        body.put("at", at.toString());
        body.putAll(details);
        return body;
    }
}
