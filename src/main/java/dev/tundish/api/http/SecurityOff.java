package dev.tundish.api.http;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import reactor.core.publisher.Mono;

/** The gate decides alone who may do what; the framework's forms, sessions and cookies stay away from this listener. */
@Configuration(proxyBeanMethods = false)
class SecurityOff {

    @Bean
    SecurityWebFilterChain nothingButTheGate(ServerHttpSecurity http) {
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .anonymous(ServerHttpSecurity.AnonymousSpec::disable)
                .headers(ServerHttpSecurity.HeaderSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
                .authorizeExchange(exchanges -> exchanges.anyExchange().permitAll())
                .build();
    }

    /** An address that the framework's firewall turns away (an encoded slash, a semicolon) is told why, as all others are. */
    @Bean
    ServerExchangeRejectedHandler rejected() {
        return (exchange, why) -> Mono.error(new Refusal(Problem.badRequest(
                "The address or a header holds what is never needed here, such as ; or an encoded slash or control"
                        + " character.")));
    }
}
