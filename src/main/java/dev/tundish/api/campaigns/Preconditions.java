package dev.tundish.api.campaigns;

import dev.tundish.api.http.Problem;
import dev.tundish.api.http.Refusal;
import dev.tundish.campaign.Campaign;
import dev.tundish.campaign.Campaigns;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.server.ServerRequest;

/** {@code If-Match} and {@code If-None-Match} (RFC 9110, 13) against a campaign's revision. */
final class Preconditions {

    private Preconditions() {}

    static boolean any(ServerRequest request) {
        return !sent(request, HttpHeaders.IF_MATCH).isEmpty()
                || !sent(request, HttpHeaders.IF_NONE_MATCH).isEmpty();
    }

    /**
     * Refuses (412) what does not fit.
     *
     * @return the revision that has to be the current one still when the change is made, or null
     */
    static @Nullable Integer check(ServerRequest request, @Nullable Campaign current) {
        List<String> match = sent(request, HttpHeaders.IF_MATCH);
        List<String> none = sent(request, HttpHeaders.IF_NONE_MATCH);
        Integer revision = current == null ? null : current.revision();
        if (!match.isEmpty() && !holds(match, revision, false) || !none.isEmpty() && holds(none, revision, true)) {
            throw outdated(revision);
        }
        if (revision == null && none.contains("*")) {
            return Campaigns.NONE;
        }
        return match.isEmpty() ? null : revision;
    }

    static Refusal outdated(@Nullable Integer revision) {
        Problem problem = Problem.of(
                412,
                "outdated",
                "The campaign is another one than you know",
                revision == null
                        ? "There is no such campaign."
                        : "It was changed meanwhile: read it again, then send your change with its ETag.");
        return new Refusal(
                revision == null
                        ? problem
                        : problem.with("revision", revision).header(HttpHeaders.ETAG, etag(revision)));
    }

    static String etag(int revision) {
        return "\"" + revision + "\"";
    }

    private static boolean holds(List<String> tags, @Nullable Integer revision, boolean weakly) {
        return revision != null
                && tags.stream()
                        .map(tag -> weakly && tag.startsWith("W/") ? tag.substring(2) : tag)
                        .anyMatch(tag -> tag.equals("*") || tag.equals(etag(revision)));
    }

    private static List<String> sent(ServerRequest request, String header) {
        return request.headers().header(header).stream()
                .flatMap(line -> List.of(line.split(",")).stream())
                .map(String::trim)
                .filter(tag -> !tag.isEmpty())
                .toList();
    }
}
