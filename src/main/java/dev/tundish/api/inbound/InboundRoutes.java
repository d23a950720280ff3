package dev.tundish.api.inbound;

import dev.tundish.api.http.Bodies;
import dev.tundish.api.http.Json;
import dev.tundish.api.http.Problem;
import dev.tundish.api.http.Refusal;
import dev.tundish.api.http.Route;
import dev.tundish.api.http.Routes;
import dev.tundish.api.intake.Answers;
import dev.tundish.incoming.Address;
import dev.tundish.incoming.Addresses;
import dev.tundish.incoming.Arrivals;
import dev.tundish.incoming.Heard;
import dev.tundish.incoming.Inbound;
import dev.tundish.incoming.Preset;
import dev.tundish.incoming.Refused;
import dev.tundish.incoming.Signatures;
import dev.tundish.incoming.Way;
import dev.tundish.intake.Answer;
import dev.tundish.journal.RejectCode;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code POST /in/{token}}: the address itself is what the sender knows, in place of a key (contract, 8). */
@Component
public final class InboundRoutes implements Routes {

    private static final int LONGEST = 1 << 20;
    private static final int MOST = 1_000;

    private final Addresses addresses;
    private final Inbound inbound;
    private final Arrivals arrivals;
    private final InstantSource clock;
    private final AddressLimits limits;

    public InboundRoutes(
            Addresses addresses,
            Inbound inbound,
            Arrivals arrivals,
            InstantSource clock,
            @Value("${tundish.inbound.bodies-per-second:100}") long perSecond) {
        if (perSecond < 1) {
            throw new IllegalArgumentException("tundish.inbound.bodies-per-second must be 1 or more, not " + perSecond);
        }
        this.addresses = addresses;
        this.inbound = inbound;
        this.arrivals = arrivals;
        this.clock = clock;
        this.limits = new AddressLimits(perSecond);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.open(HttpMethod.POST, "/in/{token}", this::post),
                Route.open(HttpMethod.GET, "/in/{token}", this::get));
    }

    private Mono<Address> address(ServerRequest request) {
        return addresses
                .byToken(request.pathVariable("token"))
                .switchIfEmpty(
                        Mono.error(
                                () -> new Refusal(
                                        Problem.notFound(
                                                "No such inbound address: it was revoked, or not copied whole. Make one on the page Incoming."))))
                .doOnNext(limits::take);
    }

    private Mono<ServerResponse> post(ServerRequest request) {
        return address(request)
                .flatMap(address -> Bodies.whole(request, LONGEST)
                        .onErrorResume(Refusal.class, refusal -> unread(address, refusal))
                        .flatMap(body -> signed(address, request, body))
                        .flatMap(body -> InboundBodies.read(request, body))
                        .flatMap(bodies -> taken(address, bodies))
                        .flatMap(answer -> answered(address, request, answer)));
    }

    /** What could not even be read is counted, and its owner sees why. */
    private <T> Mono<T> unread(Address address, Refusal refusal) {
        RejectCode code = refusal.problem().status() == 413 ? RejectCode.TOO_LARGE : RejectCode.MALFORMED;
        return refuse(address, code, refusal.problem().detail(), 1).then(Mono.error(refusal));
    }

    private Mono<Void> refuse(Address address, RejectCode code, String detail, int times) {
        var now = clock.instant();
        Refused refused = new Refused(address.source(), now, Way.INBOUND, "", code, detail);
        return arrivals.note(address.source(), now, Heard.of(0, 0, times), List.of(refused));
    }

    private Mono<byte[]> signed(Address address, ServerRequest request, byte[] body) {
        String secret = address.secret();
        if (address.preset() == Preset.NONE) {
            return Mono.just(body);
        }
        var asked = new Signatures.Asked(request.headers()::firstHeader, urls(request), body, clock.instant());
        if (secret != null && Signatures.hold(address.preset(), secret, asked)) {
            return Mono.just(body);
        }
        Problem problem = Problem.of(
                        401,
                        "wrong-signature",
                        "The signature is missing or wrong",
                        "This address takes only what is signed with the secret that was set for it.")
                .header(HttpHeaders.WWW_AUTHENTICATE, "Signature realm=\"tundish\"");
        return arrivals.note(address.source(), clock.instant(), Heard.UNSIGNED, List.of())
                .then(Mono.error(new Refusal(problem)));
    }

    /** How the sender may have written the address: a proxy may have taken the TLS off. */
    private static List<String> urls(ServerRequest request) {
        Set<String> hosts = new LinkedHashSet<>();
        for (String name : List.of(HttpHeaders.HOST, "X-Forwarded-Host")) {
            String host = request.headers().firstHeader(name);
            if (host != null) {
                hosts.add(host);
            }
        }
        String query = request.uri().getRawQuery();
        String path = request.uri().getRawPath() + (query == null ? "" : "?" + query);
        List<String> urls = new ArrayList<>();
        for (String host : hosts) {
            urls.add("https://" + host + path);
            urls.add("http://" + host + path);
        }
        return urls;
    }

    private Mono<Answer> taken(Address address, List<String> all) {
        if (all.isEmpty() || all.equals(List.of("{}"))) {
            Refusal empty = new Refusal(Problem.of(
                    400, "unreadable-body", "The body cannot be read", "It is empty: send at least one field."));
            return unread(address, empty);
        }
        if (all.size() > MOST) {
            return unread(address, new Refusal(Problem.tooLarge("It may be a list of at most 1,000.")));
        }
        limits.takeMore(address, all.size() - 1);
        List<String> bodies =
                all.stream().filter(one -> one.length() <= Refused.LONGEST).toList();
        int tooLarge = all.size() - bodies.size();
        if (bodies.isEmpty()) {
            return unread(address, new Refusal(Problem.tooLarge("Each lead in it may have at most 128 KiB.")));
        }
        Mono<Void> large = tooLarge == 0
                ? Mono.empty()
                : refuse(address, RejectCode.TOO_LARGE, "Each lead in it may have at most 128 KiB.", tooLarge);
        return large.then(inbound.take(address, bodies));
    }

    private static Mono<ServerResponse> answered(Address address, ServerRequest request, Answer answer) {
        int status = answer.rejectedCount() > 0 ? 202 : 200;
        if (InboundBodies.isForm(request)) {
            String redirect = address.redirect();
            if (redirect != null) {
                return Json.answer(303).location(URI.create(redirect)).build();
            }
            if (request.headers().accept().stream().anyMatch(MediaType.TEXT_HTML::equalsTypeAndSubtype)) {
                return Json.answer(status).contentType(MediaType.TEXT_PLAIN).bodyValue("Thank you. It has arrived.");
            }
        }
        return Json.of(Json.answer(status), Answers.members(answer));
    }

    /**
     * Ad networks and call trackers that know nothing but links. And Meta, which asks once whether the address is ours: it
     * is when it repeats the token, which is to be set as the verify token there.
     */
    private Mono<ServerResponse> get(ServerRequest request) {
        return address(request).flatMap(address -> {
            @Nullable String challenge = request.queryParam("hub.challenge").orElse(null);
            if (challenge != null
                    && request.queryParam("hub.mode")
                            .filter("subscribe"::equals)
                            .isPresent()) {
                boolean ours = request.queryParam("hub.verify_token")
                        .filter(request.pathVariable("token")::equals)
                        .isPresent();
                return ours
                        ? Json.answer(200).contentType(MediaType.TEXT_PLAIN).bodyValue(challenge)
                        : Mono.error(new Refusal(Problem.of(
                                403,
                                "wrong-verify-token",
                                "The verify token is another one",
                                "Set the end of this address, from in_ on, as the verify token.")));
            }
            if (address.preset() != Preset.NONE || request.uri().getRawQuery() == null) {
                return Mono.error(new Refusal(
                        Problem.of(405, "method-not-allowed", "This method is not for this address", "Use POST.")
                                .header(HttpHeaders.ALLOW, "POST")));
            }
            return InboundBodies.read(request, new byte[0])
                    .flatMap(bodies -> taken(address, bodies))
                    .flatMap(answer -> answered(address, request, answer));
        });
    }
}
