package dev.tundish.dashboard;

import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import dev.tundish.access.LoginAttempts;
import dev.tundish.access.Right;
import dev.tundish.dashboard.login.Arrivals;
import dev.tundish.dashboard.login.LoginGate;
import dev.tundish.dashboard.login.LoginResult;
import dev.tundish.dashboard.login.LoginView;
import dev.tundish.dashboard.login.SessionUse;
import dev.tundish.dashboard.login.StaySignedIn;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.rememberme.RememberMeAuthenticationFilter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/** Who comes in to the pages, and what the browser is told to forbid. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class Security {

    private static final String POLICY = "Content-Security-Policy";

    @Bean
    SecurityFilterChain pages(
            HttpSecurity http,
            LoginAttempts attempts,
            VaadinDefaultRequestCache pageBefore,
            StaySignedIn staySignedIn,
            Arrivals arrivals)
            throws Exception {
        pageBefore.setDelegateRequestCache(plainAddresses());
        http.authorizeHttpRequests(
                asked -> asked.requestMatchers("/api", "/api/**", "/alive", "/demo-login", "/mark.svg")
                        .permitAll());
        // No page, so that nothing but this asks for its right; LeadsFile names the same one.
        http.authorizeHttpRequests(
                asked -> asked.requestMatchers("/campaigns/*/leads.csv").hasRole(Right.SEE_LEADS));
        http.csrf(csrf -> csrf.ignoringRequestMatchers("/api", "/api/**"));
        http.headers(headers -> headers.frameOptions(frames -> frames.deny()).addHeaderWriter((_, response) -> {
            if (!response.containsHeader(POLICY)) {
                headers("").forEach(response::setHeader);
            }
        }));
        // An address without a page is for those who are logged in to see, too: it says so, in NotThere.
        http.with(
                VaadinSecurityConfigurer.vaadin(),
                vaadin -> vaadin.loginView(LoginView.class).anyRequest(asked -> asked.authenticated()));
        http.formLogin(form -> form.withObjectPostProcessor(saysWhy()));
        if (arrivals.isOn()) {
            http.oauth2Login(provider -> provider.loginPage("/login")
                    .clientRegistrationRepository(arrivals.registrations())
                    .userInfoEndpoint(told -> told.oidcUserService(arrivals))
                    .failureHandler(Arrivals.failure()));
        }
        http.rememberMe(stay -> stay.rememberMeServices(staySignedIn).key(staySignedIn.key()));
        http.addFilterBefore(new LoginGate(attempts), UsernamePasswordAuthenticationFilter.class);
        http.addFilterAfter(new SessionUse(), RememberMeAuthenticationFilter.class);
        return http.build();
    }

    /** The last word on what follows a failed login: the configurer above sets its own before. */
    private static ObjectPostProcessor<UsernamePasswordAuthenticationFilter> saysWhy() {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends UsernamePasswordAuthenticationFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(LoginResult.failure());
                return filter;
            }
        };
    }

    /** Back to the very address that was asked for; null, as its documentation says, leaves out the mark that it adds. */
    @SuppressWarnings("NullAway")
    private static HttpSessionRequestCache plainAddresses() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        return cache;
    }

    /**
     * What browsers are told, with every answer. Vaadin writes the page itself past Spring's headers, so that both ask
     * here.
     *
     * @param scripts what may run besides the files of this server
     */
    static Map<String, String> headers(String scripts) {
        return Map.of(
                POLICY,
                "default-src 'self'; script-src 'self' " + scripts
                        + "; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:;"
                        + " connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self';"
                        + " frame-ancestors 'none'",
                "X-Content-Type-Options",
                "nosniff",
                "X-Frame-Options",
                "DENY",
                "Referrer-Policy",
                "no-referrer",
                "Permissions-Policy",
                "camera=(), geolocation=(), microphone=(), payment=()");
    }
}
