package dev.tundish.dashboard.login;

import com.vaadin.flow.spring.security.VaadinSavedRequestAwareAuthenticationSuccessHandler;
import dev.tundish.access.LoginAttempts;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/** What follows a login. */
public final class LoginResult {

    private final LoginAttempts attempts;

    public LoginResult(LoginAttempts attempts) {
        this.attempts = attempts;
    }

    /** Back to the page that was asked for. */
    public AuthenticationSuccessHandler success() {
        AuthenticationSuccessHandler onwards = new VaadinSavedRequestAwareAuthenticationSuccessHandler();
        return (request, response, who) -> {
            attempts.succeeded(who.getName(), request.getRemoteAddr());
            onwards.onAuthenticationSuccess(request, response, who);
        };
    }

    /** Back to the login, which says why: not whether the name or the password was wrong. */
    public AuthenticationFailureHandler failure() {
        return (request, response, why) -> response.sendRedirect(request.getContextPath()
                + (why instanceof InternalAuthenticationServiceException ? "/login?away" : "/login?error"));
    }
}
