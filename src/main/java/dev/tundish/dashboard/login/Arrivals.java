package dev.tundish.dashboard.login;

import dev.tundish.access.Audit;
import dev.tundish.access.Role;
import dev.tundish.access.User;
import dev.tundish.access.Users;
import dev.tundish.dashboard.Waiting;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/** People who come through the identity provider: who they are here, or why they do not come in. */
@Component
@EnableConfigurationProperties(ProviderSettings.class)
public class Arrivals implements OAuth2UserService<OidcUserRequest, OidcUser> {

    /** Where the login page leads those who come so. */
    public static final String ADDRESS = "/oauth2/authorization/provider";

    private static final String REGISTRATION = "provider";
    private static final int LONGEST = 64;
    private static final Set<String> REASONS = Set.of("norole", "taken", "out", "noname");

    private final OidcUserService asked = new OidcUserService();
    private final ProviderSettings settings;
    private final Users users;
    private final Audit audit;

    Arrivals(ProviderSettings settings, Users users, Audit audit) {
        this.settings = settings;
        this.users = users;
        this.audit = audit;
    }

    /** Whether there is a provider. */
    public boolean isOn() {
        return settings.isOn();
    }

    String label() {
        return settings.label();
    }

    /** What the provider says of itself is asked for when the first one comes: it may be away when this node starts. */
    public ClientRegistrationRepository registrations() {
        return new SupplierClientRegistrationRepository(() -> new InMemoryClientRegistrationRepository(registration()));
    }

    private ClientRegistration registration() {
        return ClientRegistrations.fromIssuerLocation(settings.issuer())
                .registrationId(REGISTRATION)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .scope(settings.scopes())
                .build();
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser told = asked.loadUser(request);
        String subject = request.getIdToken().getIssuer() + " " + told.getSubject();
        String name = settings.name(told.getClaims())
                .filter(text -> text.length() <= LONGEST && text.chars().noneMatch(Character::isISOControl))
                .orElseThrow(() -> refusal("noname", "somebody"));
        Role role = settings.role(told.getClaims()).orElseThrow(() -> refusal("norole", name));
        Optional<User> user = Waiting.on(users.arrive(subject, name, role));
        if (user.isEmpty()) {
            throw refusal("taken", name);
        }
        if (!KnownUsers.isIn(user.get())) {
            throw refusal("out", user.get().name());
        }
        return new Provided(user.get(), told);
    }

    private OAuth2AuthenticationException refusal(String reason, String name) {
        Waiting.on(audit.record(
                name, Audit.Kind.SIGN_INS, "Was refused, coming through the identity provider: " + reason + "."));
        return new OAuth2AuthenticationException(new OAuth2Error(reason));
    }

    /** Back to the login, which says why. */
    public static AuthenticationFailureHandler failure() {
        return (request, response, why) -> {
            String reason = why instanceof OAuth2AuthenticationException known
                            && REASONS.contains(known.getError().getErrorCode())
                    ? known.getError().getErrorCode()
                    : "provider";
            response.sendRedirect(request.getContextPath() + "/login?" + reason);
        };
    }
}
