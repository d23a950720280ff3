package dev.tundish.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

class FirstStartTests {

    @TempDir
    Path home;

    private final KeptUsers users = new KeptUsers();
    private final PasswordEncoder passwords = new BCryptPasswordEncoder(4);

    @Test
    void makesAPasswordThatHasToBeChangedAndWritesItForTheOwnerAlone() throws IOException {
        start(null, false);
        Path file = home.resolve("first-start.txt");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        String password = Files.readString(file).split("password: ")[1].strip();
        User admin = admin();
        assertThat(passwords.matches(password, admin.passwordHash())).isTrue();
        assertThat(admin.mustChange()).isTrue();
        assertThat(admin.role()).isEqualTo(Role.ADMIN);
        assertThat(PasswordRules.problem("admin", password)).isEmpty();
    }

    @Test
    void aSecondStartLeavesEverythingAsItIs() throws IOException {
        start(null, false);
        User before = admin();
        start(null, false);
        assertThat(admin()).isEqualTo(before);
    }

    @Test
    void theEnvironmentsPasswordIsTakenAndNeedsNoChange() throws IOException {
        start("correct horse", false);
        assertThat(passwords.matches("correct horse", admin().passwordHash())).isTrue();
        assertThat(admin().mustChange()).isFalse();
        assertThat(home.resolve("first-start.txt")).doesNotExist();
    }

    @Test
    void theEnvironmentWinsAtLaterStartsToo() throws IOException {
        start(null, false);
        start("another one", false);
        assertThat(passwords.matches("another one", admin().passwordHash())).isTrue();
        assertThat(admin().mustChange()).isFalse();
        assertThat(home.resolve("first-start.txt")).doesNotExist();
    }

    @Test
    void theTeamIsThereInTheDemoOnly() throws IOException {
        start(null, false);
        assertThat(users.find("manager").blockOptional()).isEmpty();
        start(null, true);
        assertThat(users.find("manager").map(User::role).block()).isEqualTo(Role.MANAGER);
        assertThat(users.find("marketer").map(User::role).block()).isEqualTo(Role.MARKETER);
        assertThat(users.find("salesperson").map(User::role).block()).isEqualTo(Role.SALES);
    }

    private void start(@Nullable String given, boolean demo) throws IOException {
        new FirstStart(users, passwords, home).run(given, demo);
    }

    private User admin() {
        return Objects.requireNonNull(users.find("admin").block());
    }
}
