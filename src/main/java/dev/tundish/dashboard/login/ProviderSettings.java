package dev.tundish.dashboard.login;

import dev.tundish.access.Role;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The identity provider through which people may log in, any that speaks OpenID Connect.
 *
 * @param issuer its address; empty: none
 * @param clientId, clientSecret what it knows this installation by
 * @param label what it is called on the login page
 * @param scopes what is asked of it
 * @param nameClaim the claim by which people are called here
 * @param rolesClaim the claim that says what they are, with dots into nested ones ({@code realm_access.roles})
 * @param roles {@code value=role} for each value of that claim that means something; empty: the roles' own names
 * @param defaultRole the role of whoever has none of those; empty: they do not come in
 */
@ConfigurationProperties("tundish.oidc")
record ProviderSettings(
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("your organisation") String label,
        @DefaultValue({"openid", "profile", "email"}) List<String> scopes,
        @DefaultValue("preferred_username") String nameClaim,
        @DefaultValue("roles") String rolesClaim,
        @DefaultValue List<String> roles,
        @DefaultValue("") String defaultRole) {

    ProviderSettings {
        if (!issuer.isBlank() && clientId.isBlank()) {
            throw new IllegalArgumentException(
                    "TUNDISH_OIDC_ISSUER is set, TUNDISH_OIDC_CLIENT_ID is not: set it to what the provider knows Tundish by.");
        }
        roles.forEach(ProviderSettings::pair);
        if (!defaultRole.isBlank()) {
            role(defaultRole);
        }
    }

    boolean isOn() {
        return !issuer.isBlank();
    }

    /** What somebody with these claims is: of several roles the one that may most. */
    Optional<Role> role(Map<String, Object> claims) {
        Map<String, Role> meant = new HashMap<>();
        if (roles.isEmpty()) {
            Stream.of(Role.values()).forEach(role -> meant.put(role.code(), role));
        }
        roles.forEach(pair -> meant.put(pair(pair).getKey(), pair(pair).getValue()));
        return values(claim(claims, rolesClaim))
                .flatMap(value -> Optional.ofNullable(meant.get(value)).stream())
                .max(Comparator.naturalOrder())
                .or(() -> defaultRole.isBlank() ? Optional.empty() : Optional.of(role(defaultRole)));
    }

    /** What somebody with these claims is called, or empty. */
    Optional<String> name(Map<String, Object> claims) {
        return values(claim(claims, nameClaim)).findFirst().map(String::strip).filter(name -> !name.isEmpty());
    }

    private static @Nullable Object claim(Map<String, Object> claims, String path) {
        if (claims.containsKey(path)) {
            return claims.get(path);
        }
        Object found = claims;
        for (String part : path.split("\\.", -1)) {
            found = found instanceof Map<?, ?> nested ? nested.get(part) : null;
        }
        return found;
    }

    private static Stream<String> values(@Nullable Object claim) {
        return switch (claim) {
            case String text -> Stream.of(text);
            case Collection<?> several ->
                several.stream().filter(String.class::isInstance).map(String.class::cast);
            case null, default -> Stream.empty();
        };
    }

    private static Map.Entry<String, Role> pair(String text) {
        int equals = text.lastIndexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException(
                    "TUNDISH_OIDC_ROLES has \"" + text + "\": write value=role, with commas between.");
        }
        return Map.entry(
                text.substring(0, equals).strip(),
                role(text.substring(equals + 1).strip()));
    }

    private static Role role(String code) {
        return Arrays.stream(Role.values())
                .filter(role -> role.code().equals(code))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("The settings of the identity provider name the role \""
                        + code + "\": there are viewer, sales, marketer, manager, admin."));
    }

    /** The secret stays out of whatever prints the settings. */
    @Override
    public String toString() {
        return "ProviderSettings[" + issuer + "]";
    }
}
