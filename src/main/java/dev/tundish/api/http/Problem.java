package dev.tundish.api.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Why a request is not answered as it was asked, by RFC 9457, in plain English. It never holds anything internal.
 *
 * @param slug the end of its type, {@code urn:tundish:problem:<slug>}
 * @param more further members
 * @param headers further headers of the answer
 */
public record Problem(
        int status, String slug, String title, String detail, Map<String, @Nullable Object> more, HttpHeaders headers) {

    public static Problem of(int status, String slug, String title, String detail) {
        return new Problem(status, slug, title, detail, Map.of(), new HttpHeaders());
    }

    /** The request is not well made. */
    public static Problem badRequest(String detail) {
        return of(400, "bad-request", "The request cannot be understood", detail);
    }

    /** A parameter of the address is wrong. */
    public static Problem parameter(String name, String detail) {
        return of(400, "invalid-parameter", "A parameter is not valid", "The parameter \"" + name + "\" " + detail)
                .with("parameter", name);
    }

    /** Fields of the body are wrong; each entry names the field. */
    public static Problem fields(List<Map<String, String>> errors) {
        return of(
                        400,
                        "invalid-fields",
                        "The body is not valid",
                        "See \"errors\": each names a field and says what to do.")
                .with("errors", errors);
    }

    public static Problem notFound(String detail) {
        return of(404, "not-found", "There is nothing here", detail);
    }

    public static Problem noSuchCampaign() {
        return of(
                404,
                "unknown-campaign",
                "No such campaign",
                "No campaign has this key; GET /api/v1/campaigns lists them.");
    }

    public static Problem forbidden(String detail) {
        return of(403, "forbidden", "The key may not do this", detail);
    }

    public static Problem tooLarge(String detail) {
        return of(413, "too-large", "The body is too large", detail);
    }

    public static Problem unsupported(String detail) {
        return of(415, "unsupported-media-type", "The body is of a kind that is not read here", detail);
    }

    public static Problem lanesFull() {
        return of(
                        503,
                        "lane-full",
                        "More is waiting to be written than may wait",
                        "Send the request again in a moment.")
                .header(HttpHeaders.RETRY_AFTER, "1");
    }

    public static Problem databaseAway() {
        return of(
                        503,
                        "database-away",
                        "The database does not answer",
                        "Send the request again in a moment; what was kept of it comes back as duplicates.")
                .header(HttpHeaders.RETRY_AFTER, "2");
    }

    /** The same with one more member. */
    public Problem with(String name, @Nullable Object value) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>(more);
        members.put(name, value);
        return new Problem(status, slug, title, detail, members, headers);
    }

    /** The same with one more header. */
    public Problem header(String name, String value) {
        HttpHeaders all = new HttpHeaders();
        all.putAll(headers);
        all.set(name, value);
        return new Problem(status, slug, title, detail, more, all);
    }

    /** Its members in the order that people read. */
    public Map<String, @Nullable Object> members() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("type", "urn:tundish:problem:" + slug);
        members.put("title", title);
        members.put("status", status);
        members.put("detail", detail);
        members.putAll(more);
        return members;
    }
}
