package dev.tundish.api.http;

import dev.tundish.access.Audit;
import dev.tundish.access.Keys;
import dev.tundish.access.Scope;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Puts the table of rights together, and the gate before it. */
@Configuration(proxyBeanMethods = false)
public class ApiRouting {

    /** Health is for whoever watches the process; metrics hold counts. */
    static final List<Route> WATCHING = List.of(
            Route.open(HttpMethod.GET, "/actuator/health", null),
            Route.open(HttpMethod.GET, "/actuator/health/{*rest}", null),
            Route.elsewhere(HttpMethod.GET, "/actuator/prometheus", Scope.READ));

    @Bean
    Gate gate(ObjectProvider<Routes> parts, Keys keys) {
        return new Gate(table(parts.stream().toList()), keys);
    }

    /** All routes of these capabilities, with those of the actuator. */
    public static List<Route> table(List<Routes> parts) {
        List<Route> table = new ArrayList<>(WATCHING);
        parts.forEach(part -> table.addAll(part.routes()));
        return table;
    }

    /** Answers what the gate let through: the line of the table that it found is the only way to a handler. */
    @Bean
    public RouterFunction<ServerResponse> dispatch(Audit audit) {
        Deeds deeds = new Deeds(audit);
        return request -> Mono.justOrEmpty(request.attribute(Gate.ROUTE))
                .cast(Route.class)
                .mapNotNull(route -> route.handler() == null ? null : deeds.written(route, route.handler()));
    }
}
