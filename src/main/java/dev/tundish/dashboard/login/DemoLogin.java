package dev.tundish.dashboard.login;

import dev.tundish.access.FirstStart.DemoUser;
import dev.tundish.access.Users;
import dev.tundish.dashboard.Waiting;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Logs in as one of the demo's team without a password: in the demo, and never otherwise. */
@Controller
class DemoLogin {

    private final Users users;
    private final boolean demo;

    DemoLogin(Users users, @Value("${tundish.demo.enabled:false}") boolean demo) {
        this.users = users;
        this.demo = demo;
    }

    @PostMapping("/demo-login")
    ResponseEntity<Void> login(@RequestParam String user, HttpServletRequest request, HttpServletResponse response) {
        Optional<SignedIn> known = demo
                ? Arrays.stream(DemoUser.values())
                        .filter(one -> one.login().equals(user))
                        .findAny()
                        .flatMap(one -> Waiting.on(users.find(one.login())))
                        .map(SignedIn::new)
                : Optional.empty();
        if (known.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        SignedIn signedIn = known.get();
        signedIn.eraseCredentials();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(signedIn, null, signedIn.getAuthorities()));
        request.getSession();
        request.changeSessionId();
        new HttpSessionSecurityContextRepository().saveContext(context, request, response);
        return ResponseEntity.status(HttpStatus.FOUND).location(URI.create("/")).build();
    }
}
