package dev.tundish.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.web.server.WebFilterChainProxy;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class SecurityOffTests {

    @EnableWebFluxSecurity
    private static final class Switched {}

    @Test
    void anAddressThatTheFirewallTurnsAwayIsAProblemOfItsSender() {
        try (var context = new AnnotationConfigApplicationContext(Switched.class, SecurityOff.class)) {
            WebFilterChainProxy security = context.getBean(WebFilterChainProxy.class);
            for (String path :
                    new String[] {"/api/v1/campaigns/a%2Fb", "/api/v1/campaigns;x=1", "/api/v1/campaigns/%00"}) {
                var exchange = MockServerWebExchange.from(
                        MockServerHttpRequest.method(HttpMethod.GET, URI.create("http://localhost" + path)));
                StepVerifier.create(security.filter(exchange, passed -> Mono.empty()))
                        .expectErrorSatisfies(fault -> {
                            assertThat(fault).as(path).isInstanceOf(Refusal.class);
                            assertThat(((Refusal) fault).problem().status()).isEqualTo(400);
                        })
                        .verify(Duration.ofSeconds(10));
            }
        }
    }
}
