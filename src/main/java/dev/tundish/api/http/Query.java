package dev.tundish.api.http;

import dev.tundish.grammar.Rfc3339;
import dev.tundish.grammar.Spans;
import dev.tundish.grammar.Text;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;

/**
 * The parameters of an address. One that is unknown, or stands twice where it may stand once, is refused by name: a
 * parameter that is silently ignored gives a number that means something else.
 */
public final class Query {

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    private Query() {}

    /** The parameters of this request. */
    public static Query of(ServerRequest request) {
        return of(request.uri().getRawQuery());
    }

    static Query of(@Nullable String raw) {
        Query query = new Query();
        if (raw != null) {
            for (String pair : raw.split("&")) {
                if (!pair.isEmpty()) {
                    int sign = pair.indexOf('=');
                    String name = decode(sign < 0 ? pair : pair.substring(0, sign));
                    String value = sign < 0 ? "" : decode(pair.substring(sign + 1));
                    query.values.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
                }
            }
        }
        return query;
    }

    private static String decode(String text) {
        try {
            String decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
            if (decoded.indexOf('\uFFFD') < 0 && Text.isWellFormed(decoded)) {
                return decoded;
            }
        } catch (IllegalArgumentException wrongEscape) {
            throw new Refusal(Problem.badRequest("The address has a % that is followed by no two hexadecimal digits."));
        }
        throw new Refusal(Problem.badRequest("The address does not hold UTF-8."));
    }

    /** Refuses all other parameters. */
    public Query only(Set<String> known) {
        for (String name : values.keySet()) {
            if (!known.contains(name)) {
                throw new Refusal(Problem.of(
                                400,
                                "invalid-parameter",
                                "A parameter is not valid",
                                "One of the parameters is unknown here; known are "
                                        + String.join(
                                                ", ", known.stream().sorted().toList()) + ".")
                        .with("parameter", name.length() > 64 ? name.substring(0, 64) : name));
            }
        }
        return this;
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** Its value, or null when it is left out. */
    public @Nullable String one(String name) {
        List<String> all = all(name);
        if (all.size() > 1) {
            throw wrong(name, "may stand once.");
        }
        return all.isEmpty() ? null : all.getFirst();
    }

    /** Its value, or null; refused with the sentence when it does not fit. */
    public @Nullable String one(String name, Predicate<String> fits, String sentence) {
        String value = one(name);
        if (value != null && !fits.test(value)) {
            throw wrong(name, sentence);
        }
        return value;
    }

    /** A moment in microseconds, or null. A plus sign that was sent as it is arrives as a space, and is put right. */
    public @Nullable Long moment(String name) {
        String text = one(name);
        if (text == null) {
            return null;
        }
        int zone = text.length() - "+00:00".length();
        String mended =
                zone > 0 && text.charAt(zone) == ' ' ? text.substring(0, zone) + '+' + text.substring(zone + 1) : text;
        return Rfc3339.micros(mended).stream()
                .boxed()
                .findFirst()
                .orElseThrow(() -> wrong(name, "is a moment by RFC 3339, such as 2026-11-23T09:00:00Z."));
    }

    /** A length of time in microseconds, or null. */
    public @Nullable Long span(String name) {
        String text = one(name);
        if (text == null) {
            return null;
        }
        return Spans.micros(text).stream()
                .boxed()
                .findFirst()
                .orElseThrow(() -> wrong(
                        name,
                        "is a duration of weeks, days or time, such as PT36H: more than 0 and at most 3,660 days."));
    }

    /** The refusal of a parameter by name. */
    public static Refusal wrong(String name, String sentence) {
        return new Refusal(Problem.parameter(name, sentence));
    }
}
