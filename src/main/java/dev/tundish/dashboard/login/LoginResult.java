package dev.tundish.dashboard.login;

import dev.tundish.access.Audit;
import dev.tundish.access.LoginAttempts;
import dev.tundish.access.Users;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** What follows an attempt to log in. */
@Component
public final class LoginResult {

    private static final Logger LOG = LoggerFactory.getLogger(LoginResult.class);

    private final LoginAttempts attempts;
    private final Users users;
    private final Audit audit;

    LoginResult(LoginAttempts attempts, Users users, Audit audit) {
        this.attempts = attempts;
        this.users = users;
        this.audit = audit;
    }

    /** The password was right: nothing is held against the name and its address. */
    @EventListener
    public void onSuccess(AuthenticationSuccessEvent event) {
        if (event.getAuthentication().getDetails() instanceof WebAuthenticationDetails from) {
            attempts.succeeded(event.getAuthentication().getName(), from.getRemoteAddress());
        }
    }

    /**
     * The name or the password was wrong. A name that nobody has is not written down: people type their password into the
     * wrong field. How many entries there can be is bounded by how many attempts there can be.
     */
    @EventListener
    public void onRefusal(AuthenticationFailureBadCredentialsEvent event) {
        String from = event.getAuthentication().getDetails() instanceof WebAuthenticationDetails details
                ? details.getRemoteAddress()
                : "an unknown address";
        users.find(event.getAuthentication().getName())
                .map(user -> audit.record(
                        user.name(),
                        Audit.Kind.SIGN_INS,
                        "Was refused: a wrong password, or no access, from " + from + "."))
                .defaultIfEmpty(audit.record(
                        "somebody", Audit.Kind.SIGN_INS, "Was refused: a name that nobody has, from " + from + "."))
                .flatMap(writing -> writing)
                .subscribe(_ -> {}, failed -> LOG.warn("A refused sign-in could not be written down", failed));
    }

    /** Back to the login, which says why: not whether the name or the password was wrong. */
    public static AuthenticationFailureHandler failure() {
        return (request, response, why) -> response.sendRedirect(request.getContextPath()
                + (why instanceof InternalAuthenticationServiceException ? "/login?away" : "/login?error"));
    }
}
