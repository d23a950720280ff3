package dev.tundish.dashboard.login;

import dev.tundish.access.Users;
import dev.tundish.dashboard.Waiting;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.authentication.rememberme.TokenBasedRememberMeServices;
import org.springframework.security.web.authentication.rememberme.TokenBasedRememberMeServices.RememberMeTokenAlgorithm;

/**
 * Keeps people logged in over a restart of the server, so that an open page goes on by itself: a cookie that only this
 * installation can sign. A new password, logging out, and time end it.
 */
@Configuration(proxyBeanMethods = false)
public class StaySignedIn {

    private static final Duration FOR = Duration.ofDays(14);

    @Bean
    TokenBasedRememberMeServices stayServices(Users users, UserDetailsService known) {
        TokenBasedRememberMeServices services = new TokenBasedRememberMeServices(
                Waiting.on(users.staySecret()).orElseThrow(), known, RememberMeTokenAlgorithm.SHA256);
        services.setAlwaysRemember(true);
        services.setCookieName("tundish-stay");
        services.setTokenValiditySeconds((int) FOR.toSeconds());
        services.setCookieCustomizer(cookie -> cookie.setAttribute("SameSite", "Lax"));
        return services;
    }
}
