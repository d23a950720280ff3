package dev.tundish.dashboard.login;

import dev.tundish.access.LoginAttempts;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.DeferredCsrfToken;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a login from our own page through, or says how long to wait. */
public final class LoginGate extends OncePerRequestFilter {

    private final LoginAttempts attempts;

    public LoginGate(LoginAttempts attempts) {
        this.attempts = attempts;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"POST".equals(request.getMethod()) || !"/login".equals(request.getServletPath());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!fromOurPage(request)) {
            response.sendRedirect(request.getContextPath() + "/login?again");
            return;
        }
        String name = request.getParameter("username");
        Duration wait = attempts.tryNow(name == null ? "" : name, request.getRemoteAddr());
        if (wait.isZero()) {
            chain.doFilter(request, response);
        } else {
            response.sendRedirect(request.getContextPath() + "/login?wait=" + (wait.toSeconds() + 1));
        }
    }

    /** Vaadin leaves the login out of the protection against forms of other sites; it is asked for here. */
    private static boolean fromOurPage(HttpServletRequest request) {
        if (!(request.getAttribute(DeferredCsrfToken.class.getName()) instanceof DeferredCsrfToken kept)) {
            return false;
        }
        CsrfToken known = kept.get();
        String sent = new XorCsrfTokenRequestAttributeHandler().resolveCsrfTokenValue(request, known);
        return sent != null
                && MessageDigest.isEqual(
                        sent.getBytes(StandardCharsets.UTF_8), known.getToken().getBytes(StandardCharsets.UTF_8));
    }
}
