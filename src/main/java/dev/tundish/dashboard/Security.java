package dev.tundish.dashboard;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import dev.tundish.access.LoginAttempts;
import dev.tundish.dashboard.login.LoginGate;
import dev.tundish.dashboard.login.LoginResult;
import dev.tundish.dashboard.login.LoginView;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

/** Who comes in to the pages, and what the browser is told to forbid. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class Security {

    @Bean
    SecurityFilterChain pages(HttpSecurity http, LoginAttempts attempts) throws Exception {
        LoginResult result = new LoginResult(attempts);
        http.authorizeHttpRequests(
                asked -> asked.requestMatchers("/api", "/api/**", "/alive", "/demo-login", "/mark.svg")
                        .permitAll());
        http.csrf(csrf -> csrf.ignoringRequestMatchers("/api", "/api/**"));
        http.headers(headers -> headers.frameOptions(frames -> frames.deny())
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .addHeaderWriter((request, response) -> {
                    if (!response.containsHeader("Content-Security-Policy")) {
                        response.setHeader("Content-Security-Policy", policy(""));
                    }
                })
                .addHeaderWriter(new StaticHeadersWriter(
                        "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()")));
        http.with(VaadinSecurityConfigurer.vaadin(), vaadin -> vaadin.loginView(LoginView.class));
        http.formLogin(form -> form.successHandler(result.success()).failureHandler(result.failure()));
        http.addFilterBefore(new LoginGate(attempts), UsernamePasswordAuthenticationFilter.class);
        return http.build();
    }

    /** Everything from here alone, in no frame. */
    static String policy(String scripts) {
        return "default-src 'self'; script-src 'self' " + scripts
                + "; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:;"
                + " connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
    }
}
