package dev.tundish.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.tundish.access.Right;
import dev.tundish.access.Role;
import dev.tundish.dashboard.login.LoginView;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Walks everything on the dashboards' port that has an address. */
class RightsTests {

    /** Addresses beside the pages that need no login, each for a reason of its own. */
    private static final Set<String> OPEN = Set.of("/alive", "/demo-login", "/api", "/api/**");

    /** Addresses beside the pages that need a right: {@link Security} asks for it, and a test of each sees that it does. */
    private static final Set<String> GUARDED = Set.of("/campaigns/{key}/leads.csv");

    @Test
    void everyPageNamesTheRightThatItNeeds() throws IllegalAccessException {
        Set<String> rights = rights();
        List<Class<?>> pages = new ArrayList<>();
        for (JavaClass found : new ClassFileImporter().importPackages("dev.tundish")) {
            if (found.isAnnotatedWith(Route.class)) {
                pages.add(found.reflect());
            }
        }
        assertThat(pages).hasSizeGreaterThanOrEqualTo(5);
        for (Class<?> page : pages) {
            RolesAllowed needs = page.getAnnotation(RolesAllowed.class);
            if (page == LoginView.class) {
                assertThat(page.getAnnotation(AnonymousAllowed.class)).isNotNull();
                continue;
            }
            assertThat(needs).as("the right of %s", page).isNotNull();
            assertThat(rights).as("the rights of %s", page).contains(needs.value());
            assertThat(page.getAnnotation(AnonymousAllowed.class))
                    .as("%s", page)
                    .isNull();
        }
    }

    @Test
    void whatIsNoPageIsOnTheListOfWhatIsOpen() {
        List<String> addresses = new ArrayList<>();
        for (JavaClass found : new ClassFileImporter().importPackages("dev.tundish.dashboard")) {
            found.getMethods().forEach(method -> {
                method.tryGetAnnotationOfType(GetMapping.class).ifPresent(m -> addresses.addAll(List.of(m.value())));
                method.tryGetAnnotationOfType(PostMapping.class).ifPresent(m -> addresses.addAll(List.of(m.value())));
                method.tryGetAnnotationOfType(RequestMapping.class)
                        .ifPresent(m -> addresses.addAll(List.of(m.value())));
            });
        }
        assertThat(addresses).isNotEmpty();
        assertThat(addresses)
                .isSubsetOf(Stream.concat(OPEN.stream(), GUARDED.stream()).toList());
    }

    @Test
    void onlyTheAdministratorManagesKeys() {
        for (Role role : Role.values()) {
            assertThat(role.rights().contains(Right.MANAGE_KEYS)).as("%s", role).isEqualTo(role == Role.ADMIN);
            assertThat(rightsOf(role)).isSubsetOf(rightsOf(Role.ADMIN));
        }
    }

    private static Set<String> rightsOf(Role role) {
        return role.rights();
    }

    private static Set<String> rights() throws IllegalAccessException {
        List<String> values = new ArrayList<>();
        for (Field field : Right.class.getFields()) {
            values.add((String) field.get(null));
        }
        return values.stream().collect(Collectors.toSet());
    }
}
