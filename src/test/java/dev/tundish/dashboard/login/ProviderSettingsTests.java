package dev.tundish.dashboard.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tundish.access.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProviderSettingsTests {

    private static ProviderSettings settings(String claim, List<String> roles, String otherwise) {
        return new ProviderSettings(
                "https://id.example.org",
                "tundish",
                "s3cret",
                "us",
                List.of("openid"),
                "email",
                claim,
                roles,
                otherwise);
    }

    @Test
    void takesTheRolesOwnNamesWhenNothingIsSaidOfThem() {
        var settings = settings("roles", List.of(), "");
        assertThat(settings.role(Map.of("roles", List.of("sales", "something"))))
                .contains(Role.SALES);
        assertThat(settings.role(Map.of("roles", "manager"))).contains(Role.MANAGER);
        assertThat(settings.role(Map.of("roles", List.of("something", 7)))).isEmpty();
        assertThat(settings.role(Map.of())).isEmpty();
    }

    @Test
    void takesWhatIsMappedAndNothingElse() {
        var settings = settings("groups", List.of("cn=it=admin", " marketing = marketer "), "");
        assertThat(settings.role(Map.of("groups", List.of("marketing", "cn=it"))))
                .contains(Role.ADMIN);
        assertThat(settings.role(Map.of("groups", List.of("admin"))))
                .as("it may be a stranger's group")
                .isEmpty();
    }

    @Test
    void findsAClaimInsideOthers() {
        var settings = settings("realm_access.roles", List.of(), "");
        assertThat(settings.role(Map.of("realm_access", Map.of("roles", List.of("viewer")))))
                .contains(Role.VIEWER);
        assertThat(settings.role(Map.of("realm_access", "none"))).isEmpty();
        assertThat(settings("https://example.org/roles", List.of(), "")
                        .role(Map.of("https://example.org/roles", List.of("viewer"))))
                .contains(Role.VIEWER);
    }

    @Test
    void lettingOthersInIsToBeSaid() {
        assertThat(settings("roles", List.of(), "viewer").role(Map.of())).contains(Role.VIEWER);
    }

    @Test
    void saysWhatIsWrongInTheSettings() {
        assertThatThrownBy(() -> settings("roles", List.of("it"), "")).hasMessageContaining("value=role");
        assertThatThrownBy(() -> settings("roles", List.of("it=boss"), "")).hasMessageContaining("boss");
        assertThatThrownBy(() -> settings("roles", List.of(), "boss")).hasMessageContaining("boss");
        assertThat(settings("roles", List.of(), "").toString()).doesNotContain("s3cret");
    }
}
