package dev.tundish.dashboard.login;

import dev.tundish.access.User;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** A user who came through the identity provider. */
final class Provided extends SignedIn implements OidcUser {

    private static final long serialVersionUID = 1;

    private final OidcUser told;

    Provided(User user, OidcUser told) {
        super(user);
        this.told = told;
    }

    @Override
    public String getName() {
        return getUsername();
    }

    @Override
    public Map<String, Object> getAttributes() {
        return told.getAttributes();
    }

    @Override
    public Map<String, Object> getClaims() {
        return told.getClaims();
    }

    @Override
    public @Nullable OidcUserInfo getUserInfo() {
        return told.getUserInfo();
    }

    @Override
    public OidcIdToken getIdToken() {
        return told.getIdToken();
    }
}
