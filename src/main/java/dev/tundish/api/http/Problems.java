package dev.tundish.api.http;

import dev.tundish.journal.DatabaseAway;
import dev.tundish.journal.LaneFull;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;

/** Answers every fault as a problem. What the sender did wrong is not logged; what we did wrong is, under a number. */
@Component
@Order(-2)
public final class Problems implements WebExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable fault) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted() || fault instanceof AbortedException || AbortedException.isConnectionReset(fault)) {
            return Mono.error(fault);
        }
        Problem problem = of(fault);
        response.setStatusCode(HttpStatusCode.valueOf(problem.status()));
        response.getHeaders().putAll(problem.headers());
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        response.getHeaders().setCacheControl("no-store");
        DataBuffer body = response.bufferFactory().wrap(Json.bytes(problem.members()));
        return response.writeWith(Mono.just(body));
    }

    /** The problem that a fault is. */
    public static Problem of(Throwable fault) {
        return switch (fault) {
            case Refusal refusal -> refusal.problem();
            case LaneFull _ -> Problem.lanesFull();
            case DatabaseAway _ -> Problem.databaseAway();
            case AbortedException _ -> Problem.badRequest("The connection was closed before the request was whole.");
            case ResponseStatusException known -> framework(known);
            default -> isDatabase(fault) ? away(fault) : ours(fault);
        };
    }

    private static Problem framework(ResponseStatusException known) {
        int status = known.getStatusCode().value();
        HttpStatus name = HttpStatus.resolve(status);
        String title = name == null ? "The request cannot be answered" : name.getReasonPhrase();
        Problem problem =
                Problem.of(status, "http-" + status, title, "GET /api/openapi describes what can be asked, and how.");
        for (var header : known.getHeaders().headerSet()) {
            problem = problem.header(header.getKey(), String.join(", ", header.getValue()));
        }
        return problem;
    }

    /** Whatever the database could not do just now: its rooms speak of it in the words of their library. */
    private static boolean isDatabase(Throwable fault) {
        for (Throwable t = fault; t != null; t = t.getCause()) {
            if (t instanceof DataAccessException
                    || t instanceof DatabaseAway
                    || t.getClass().getName().startsWith("io.r2dbc.")) {
                return true;
            }
        }
        return false;
    }

    private static Problem away(Throwable fault) {
        LOG.warn("The database did not answer: {}", fault.getClass().getSimpleName());
        return Problem.databaseAway();
    }

    private static Problem ours(Throwable fault) {
        String number = UUID.randomUUID().toString();
        LOG.error("A request failed ({})", number, fault);
        return Problem.of(
                500, "internal", "Something went wrong here", "It is in the log under the number " + number + ".");
    }
}
