package dev.tundish.dashboard.login;

import dev.tundish.access.Users;
import dev.tundish.dashboard.Waiting;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Service;

/** Hands users to the login. */
@Service
class KnownUsers implements UserDetailsService {

    private final Users users;

    KnownUsers(Users users) {
        this.users = users;
    }

    @Override
    public UserDetails loadUserByUsername(String name) {
        return Waiting.on(users.find(name))
                .map(SignedIn::new)
                .orElseThrow(() -> new UsernameNotFoundException("no such user"));
    }
}
