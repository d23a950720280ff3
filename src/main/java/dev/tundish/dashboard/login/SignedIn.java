package dev.tundish.dashboard.login;

import dev.tundish.access.Role;
import dev.tundish.access.User;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;

/** Who is logged in, for as long as the session lasts. The hash is dropped once the password was compared. */
public class SignedIn implements UserDetails, CredentialsContainer {

    private static final long serialVersionUID = 1;

    private final String name;
    private final Role role;
    private final int turn;
    private volatile String hash;
    private volatile boolean mustChange;

    public SignedIn(User user) {
        this.name = user.name();
        this.role = user.role();
        this.turn = user.turn();
        this.hash = user.passwordHash();
        this.mustChange = user.mustChange();
    }

    /** The user of the present request, if one is logged in. */
    public static Optional<SignedIn> current() {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        return known != null && known.getPrincipal() instanceof SignedIn user ? Optional.of(user) : Optional.empty();
    }

    /** The name of the user of the present request, for what is written down of it. */
    public static String name() {
        return current().map(SignedIn::getUsername).orElse("somebody");
    }

    public Role role() {
        return role;
    }

    /** {@link User#turn} as it was then. */
    public int turn() {
        return turn;
    }

    /** Whether this user has one of the rights of {@link dev.tundish.access.Right}. */
    public boolean may(String right) {
        return role.rights().contains(right);
    }

    public boolean mustChange() {
        return mustChange;
    }

    /** The password is their own now. */
    public void changed() {
        mustChange = false;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return role.rights().stream()
                .map(right -> new SimpleGrantedAuthority("ROLE_" + right))
                .toList();
    }

    @Override
    public String getPassword() {
        return hash;
    }

    @Override
    public String getUsername() {
        return name;
    }

    @Override
    public void eraseCredentials() {
        hash = "";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignedIn user && user.name.equals(name);
    }

    @Override
    public int hashCode() {
        return List.of(name).hashCode();
    }
}
