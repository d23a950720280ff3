package dev.tundish.dashboard.login;

import dev.tundish.access.User;
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
                .filter(KnownUsers::isIn)
                .map(SignedIn::new)
                .orElseThrow(() -> new UsernameNotFoundException("no such user"));
    }

    /** Whether they may log in at all. Somebody who was invited or shut out has no password that could be right. */
    static boolean isIn(User user) {
        return switch (user.state()) {
            case ACTIVE -> true;
            case INVITED, DEACTIVATED -> false;
        };
    }
}
