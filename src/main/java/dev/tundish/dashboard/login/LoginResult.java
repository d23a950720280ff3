package dev.tundish.dashboard.login;

import dev.tundish.access.LoginAttempts;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** What follows an attempt to log in. */
@Component
public final class LoginResult {

    private final LoginAttempts attempts;

    LoginResult(LoginAttempts attempts) {
        this.attempts = attempts;
    }

    /** The password was right: nothing is held against the name and its address. */
    @EventListener
    public void onSuccess(AuthenticationSuccessEvent event) {
        if (event.getAuthentication().getDetails() instanceof WebAuthenticationDetails from) {
            attempts.succeeded(event.getAuthentication().getName(), from.getRemoteAddress());
        }
    }

    /** Back to the login, which says why: not whether the name or the password was wrong. */
    public static AuthenticationFailureHandler failure() {
        return (request, response, why) -> response.sendRedirect(request.getContextPath()
                + (why instanceof InternalAuthenticationServiceException ? "/login?away" : "/login?error"));
    }
}
