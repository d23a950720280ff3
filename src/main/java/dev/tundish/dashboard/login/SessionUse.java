package dev.tundish.dashboard.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Notes that a signed-in browser asks for something, so that its owner can see when it was used last. */
public final class SessionUse extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HeldSessions.of(request.getSession(false)).ifPresent(Held::use);
        chain.doFilter(request, response);
    }
}
