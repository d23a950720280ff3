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
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.RememberMeServices;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Logs in as one of the demo's team without a password: in the demo, and never otherwise. */
@Controller
class DemoLogin {

    private final Users users;
    private final RememberMeServices staySignedIn;
    private final boolean demo;

    DemoLogin(Users users, RememberMeServices staySignedIn, @Value("${tundish.demo.enabled:false}") boolean demo) {
        this.users = users;
        this.staySignedIn = staySignedIn;
        this.demo = demo;
    }

    @PostMapping("/demo-login")
    ResponseEntity<Void> login(@RequestParam String user, HttpServletRequest request, HttpServletResponse response) {
        Optional<SignedIn> known = demo
                ? Arrays.stream(DemoUser.values())
                        .filter(one -> one.login().equals(user))
                        .findAny()
                        .flatMap(one -> Waiting.on(users.find(one.login())))
                        .filter(KnownUsers::isIn)
                        .map(SignedIn::new)
                : Optional.empty();
        if (known.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        SignedIn signedIn = known.get();
        signedIn.eraseCredentials();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        Authentication authentication =
                UsernamePasswordAuthenticationToken.authenticated(signedIn, null, signedIn.getAuthorities());
        context.setAuthentication(authentication);
        request.getSession();
        request.changeSessionId();
        new HttpSessionSecurityContextRepository().saveContext(context, request, response);
        staySignedIn.loginSuccess(request, response, authentication);
        return ResponseEntity.status(HttpStatus.FOUND).location(URI.create("/")).build();
    }
}
