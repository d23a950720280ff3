package dev.tundish.database;

import dev.tundish.lifecycle.StartupRefused;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code TUNDISH_DATABASE_URL}. No refusal repeats the address: there is a password in it. */
final class DatabaseUrl {

    private static final Set<String> SSL_MODES =
            Set.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

    private DatabaseUrl() {}

    static DatabaseAddress parse(String text) {
        try {
            return read(new URI(text));
        } catch (URISyntaxException | IllegalArgumentException unreadable) {
            throw refused("it cannot be read as an address; special characters in user and password are"
                    + " percent-encoded (@ is %40, / is %2F)");
        }
    }

    private static DatabaseAddress read(URI url) {
        String scheme = url.getScheme();
        if (!"postgresql".equals(scheme) && !"postgres".equals(scheme)) {
            throw refused("it must begin with postgresql://");
        }
        String login = url.getRawUserInfo();
        String host = url.getHost();
        String path = url.getRawPath();
        if (host == null) {
            throw refused("the host is missing or malformed");
        }
        if (login == null || login.indexOf(':') < 1) {
            throw refused("user and password are missing");
        }
        if (path == null || path.length() < 2 || path.indexOf('/', 1) > 0) {
            throw refused("the name of the database is missing or malformed");
        }
        if (url.getPort() > 65_535 || url.getPort() == 0) {
            throw refused("the port is not one");
        }
        int colon = login.indexOf(':');
        return new DatabaseAddress(
                host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
                url.getPort() < 0 ? 5432 : url.getPort(),
                decode(path.substring(1)),
                decode(login.substring(0, colon)),
                decode(login.substring(colon + 1)),
                sslMode(url.getRawQuery()));
    }

    private static @Nullable String sslMode(@Nullable String query) {
        if (query == null || query.isEmpty()) {
            return null;
        }
        String mode = query.startsWith("sslmode=") ? query.substring("sslmode=".length()) : "";
        if (!SSL_MODES.contains(mode)) {
            throw refused("of parameters only sslmode is known, with one of "
                    + String.join(", ", SSL_MODES.stream().sorted().toList()));
        }
        return mode;
    }

    private static String decode(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static StartupRefused refused(String why) {
        return new StartupRefused("TUNDISH_DATABASE_URL is not usable: " + why
                + ". It looks like postgresql://user:password@host:5432/database.");
    }
}
