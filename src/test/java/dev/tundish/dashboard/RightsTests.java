package dev.tundish.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AccessAnnotationChecker;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.tundish.access.Right;
import dev.tundish.access.Role;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.Field;
import java.security.Principal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Walks everything on the dashboards' port that has an address, as every role and as nobody. */
class RightsTests {

    private static final AccessAnnotationChecker CHECKER = new AccessAnnotationChecker();

    private static Map<String, Class<?>> pages() {
        Map<String, Class<?>> pages = new TreeMap<>();
        for (JavaClass found : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.tundish")) {
            if (found.isAnnotatedWith(Route.class)) {
                Class<?> page = found.reflect();
                pages.put(
                        Objects.requireNonNull(page.getAnnotation(Route.class)).value(), page);
            }
        }
        return pages;
    }

    @Test
    void everyPageStandsInTheTable() {
        Set<String> told = new HashSet<>(WhoMay.PAGES.keySet());
        told.addAll(WhoMay.OPEN_PAGES);
        assertThat(pages().keySet()).isEqualTo(told);
    }

    @Test
    void everyRoleOpensTheseAndNoOthers() {
        pages().forEach((address, page) -> {
            for (Role role : Role.values()) {
                Principal somebody = () -> "somebody";
                assertThat(CHECKER.hasAccess(
                                page, somebody, right -> role.rights().contains(right)))
                        .as("%s opens /%s", role, address)
                        .isEqualTo(WhoMay.OPEN_PAGES.contains(address)
                                || WhoMay.PAGES.getOrDefault(address, Set.of()).contains(role));
            }
        });
    }

    @Test
    void whoeverIsNotLoggedInOpensNoneButTheOpenOnes() {
        pages().forEach((address, page) -> assertThat(CHECKER.hasAccess(page, null, _ -> false))
                .as("nobody opens /%s", address)
                .isEqualTo(WhoMay.OPEN_PAGES.contains(address)));
    }

    @Test
    void everyPageNamesOneRightThatThereIs() throws IllegalAccessException {
        Set<String> rights = rights();
        pages().forEach((address, page) -> {
            RolesAllowed needs = page.getAnnotation(RolesAllowed.class);
            if (WhoMay.OPEN_PAGES.contains(address)) {
                assertThat(needs).as("/%s", address).isNull();
                return;
            }
            assertThat(page.getAnnotation(AnonymousAllowed.class))
                    .as("/%s", address)
                    .isNull();
            assertThat(Objects.requireNonNull(needs, address).value())
                    .as("/%s", address)
                    .hasSize(1)
                    .isSubsetOf(rights);
        });
    }

    @Test
    void whatIsNoPageStandsInTheTable() {
        List<String> addresses = new ArrayList<>();
        for (JavaClass found : new ClassFileImporter().importPackages("dev.tundish.dashboard")) {
            found.getMethods().forEach(method -> {
                method.tryGetAnnotationOfType(GetMapping.class).ifPresent(m -> addresses.addAll(List.of(m.value())));
                method.tryGetAnnotationOfType(PostMapping.class).ifPresent(m -> addresses.addAll(List.of(m.value())));
                method.tryGetAnnotationOfType(RequestMapping.class)
                        .ifPresent(m -> addresses.addAll(List.of(m.value())));
            });
        }
        assertThat(addresses)
                .containsExactlyInAnyOrderElementsOf(Stream.concat(WhoMay.OPEN.stream(), WhoMay.FILES.keySet().stream())
                        .toList());
    }

    @Test
    void eachRoleMayWhatTheOneBeforeMayAndTheAdministratorEverything() throws IllegalAccessException {
        Set<String> before = Set.of();
        for (Role role : Role.values()) {
            assertThat(role.rights()).as("%s", role).containsAll(before);
            before = role.rights();
        }
        assertThat(Role.ADMIN.rights()).isEqualTo(rights());
        assertThat(Role.VIEWER.rights()).doesNotContain(Right.SEE_LEADS);
        assertThat(Role.SALES.rights())
                .doesNotContain(Right.CHANGE_CAMPAIGNS, Right.IMPORT, Right.ERASE_PEOPLE, Right.MANAGE_KEYS);
        assertThat(Role.MARKETER.rights()).doesNotContain(Right.ERASE_PEOPLE, Right.MANAGE_USERS, Right.SEE_AUDIT);
    }

    private static Set<String> rights() throws IllegalAccessException {
        List<String> values = new ArrayList<>();
        for (Field field : Right.class.getFields()) {
            values.add((String) field.get(null));
        }
        return values.stream().collect(Collectors.toSet());
    }
}
