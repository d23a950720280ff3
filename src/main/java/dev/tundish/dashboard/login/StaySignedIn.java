package dev.tundish.dashboard.login;

import dev.tundish.access.Session;
import dev.tundish.access.Sessions;
import dev.tundish.access.User;
import dev.tundish.access.Users;
import dev.tundish.dashboard.Waiting;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.authentication.RememberMeAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.RememberMeServices;
import org.springframework.security.web.authentication.WebAuthenticationDetailsSource;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Keeps people signed in over a restart of the server, so that an open page goes on by itself: a cookie by which a browser
 * is known again as long as its session stands. A new password, logging out, whoever ends the session, and time end it.
 */
@Component
public class StaySignedIn implements RememberMeServices, LogoutHandler {

    static final String COOKIE = "tundish-signed-in";
    private static final Duration FOR = Duration.ofDays(14);

    private final Sessions sessions;
    private final Users users;
    private final HeldSessions held;
    private final String key;

    StaySignedIn(Sessions sessions, Users users, HeldSessions held) {
        this.sessions = sessions;
        this.users = users;
        this.held = held;
        this.key = Waiting.on(users.staySecret()).orElseThrow();
    }

    /** By what the check of this installation's own word knows it. */
    public String key() {
        return key;
    }

    @Override
    public @Nullable Authentication autoLogin(HttpServletRequest request, HttpServletResponse response) {
        Cookie shown = WebUtils.getCookie(request, COOKIE);
        if (shown == null || shown.getValue().isEmpty()) {
            return null;
        }
        Optional<Session> session = Waiting.on(sessions.find(shown.getValue()));
        Optional<User> user =
                session.flatMap(known -> Waiting.on(users.find(known.user()))).filter(KnownUsers::isIn);
        if (session.isEmpty() || user.isEmpty()) {
            write(request, response, "", Duration.ZERO);
            return null;
        }
        SignedIn me = new SignedIn(user.get());
        me.eraseCredentials();
        held.hold(request, session.get(), user.get().turn());
        write(request, response, shown.getValue(), FOR);
        var known = new RememberMeAuthenticationToken(key, me, me.getAuthorities());
        known.setDetails(new WebAuthenticationDetailsSource().buildDetails(request));
        return known;
    }

    @Override
    public void loginSuccess(HttpServletRequest request, HttpServletResponse response, Authentication who) {
        if (!(who.getPrincipal() instanceof SignedIn me)) {
            throw new IllegalStateException("signed in as nobody that is known here");
        }
        Sessions.Opened opened = Waiting.on(sessions.open(
                        me.getUsername(),
                        request.getRemoteAddr(),
                        BrowserWords.of(request.getHeader(HttpHeaders.USER_AGENT))))
                .orElseThrow();
        held.hold(request, opened.session(), me.turn());
        write(request, response, opened.secret(), FOR);
    }

    /** Another browser's failed attempt says nothing of this one. */
    @Override
    public void loginFail(HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who) {
        write(request, response, "", Duration.ZERO);
        if (who != null && who.getPrincipal() instanceof SignedIn me) {
            HeldSessions.of(request.getSession(false))
                    .ifPresent(one -> Waiting.on(sessions.end(me.getUsername(), one.session())));
        }
    }

    private static void write(HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, value)
                        .path("/")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .maxAge(age)
                        .build()
                        .toString());
    }
}
