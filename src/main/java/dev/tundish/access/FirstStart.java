package dev.tundish.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Sees to it that somebody can log in (contract, 7): the user {@code admin}, with the password of the environment or one
 * that is made and written to a file for the owner's eyes alone; in the demo also its team.
 */
public final class FirstStart {

    public static final String ADMIN = "admin";

    private static final String FILE = "first-start.txt";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Without letters and digits that look alike. */
    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final Users users;
    private final PasswordEncoder passwords;
    private final Path home;

    public FirstStart(Users users, PasswordEncoder passwords, Path home) {
        this.users = users;
        this.passwords = passwords;
        this.home = home;
    }

    /** @param given the password of the environment; null or blank: none */
    public void run(@Nullable String given, boolean demo) throws IOException {
        if (given != null && !given.isBlank()) {
            adopt(given);
        } else if (users.find(ADMIN).block(PATIENCE) == null) {
            make();
        }
        if (demo) {
            for (DemoUser user : DemoUser.values()) {
                users.add(new User(user.login(), passwords.encode(readable()), user.role(), false))
                        .block(PATIENCE);
            }
        }
    }

    /** The environment wins, at every start. */
    private void adopt(String given) throws IOException {
        User admin = users.find(ADMIN).block(PATIENCE);
        if (admin == null) {
            users.add(new User(ADMIN, passwords.encode(given), Role.ADMIN, false))
                    .block(PATIENCE);
        } else if (admin.mustChange() || !passwords.matches(given, admin.passwordHash())) {
            users.changePassword(ADMIN, passwords.encode(given), false, null).block(PATIENCE);
        }
        forget();
    }

    /** The file comes first: a password that nobody can read would lock everybody out. */
    private void make() throws IOException {
        String password = readable();
        Path file = home.resolve(FILE);
        Files.createDirectories(home);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                file,
                "Tundish made this password for the first login. It has to be changed then; this file is removed.\n\n"
                        + "user:     " + ADMIN + "\npassword: " + password + "\n",
                StandardOpenOption.WRITE);
        boolean added = Boolean.TRUE.equals(users.add(new User(ADMIN, passwords.encode(password), Role.ADMIN, true))
                .block(PATIENCE));
        if (!added) {
            forget();
        }
    }

    /** The password that was made is no longer good: its file goes. */
    public void forget() throws IOException {
        Files.deleteIfExists(home.resolve(FILE));
    }

    /** Four groups of five: about 99 bits, and still to be typed. */
    static String readable() {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            if (i > 0 && i % 5 == 0) {
                word.append('-');
            }
            word.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return word.toString();
    }

    /** The team of the demo, who log in by a button. */
    public enum DemoUser {
        MANAGER(Role.MANAGER, "manager"),
        MARKETER(Role.MARKETER, "marketer"),
        SALESPERSON(Role.SALES, "salesperson");

        private final Role role;
        private final String login;

        DemoUser(Role role, String login) {
            this.role = role;
            this.login = login;
        }

        public Role role() {
            return role;
        }

        /** The user's name. */
        public String login() {
            return login;
        }
    }
}
