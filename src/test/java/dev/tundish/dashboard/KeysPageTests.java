package dev.tundish.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinSession;
import dev.tundish.access.PublicUse;
import dev.tundish.access.Role;
import dev.tundish.access.Scope;
import dev.tundish.access.User;
import dev.tundish.dashboard.keys.KeysView;
import dev.tundish.dashboard.login.SignedIn;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.test.context.ContextConfiguration;

@ContextConfiguration(classes = FakeRooms.class)
@ViewPackages(packages = "dev.tundish.dashboard")
class KeysPageTests extends SpringBrowserlessTest {

    @Autowired
    FakeRooms.FakeKeys keys;

    @BeforeEach
    void logIn() {
        keys.kept.clear();
        SignedIn admin = new SignedIn(new User("admin", "", Role.ADMIN, false));
        SecurityContext known = SecurityContextHolder.createEmptyContext();
        known.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(admin, null, admin.getAuthorities()));
        VaadinSession.getCurrent()
                .getSession()
                .setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, known);
        SecurityContextHolder.setContext(known);
    }

    @AfterEach
    void logOut() {
        SecurityContextHolder.clearContext();
    }

    private void ask() {
        navigate(KeysView.class);
        settle();
        test($(Button.class).withId("make-key").single()).click();
        settle();
        $(TextField.class).withId("key-name").single().setValue("Landing page");
    }

    private static void settle() {
        VaadinSession session = VaadinSession.getCurrent();
        session.getService().runPendingAccessTasks(session);
    }

    @SuppressWarnings("unchecked")
    private void forAPage() {
        RadioButtonGroup<String> carrier =
                $(RadioButtonGroup.class).withId("key-carrier").single();
        carrier.setValue(carrier.getListDataView().getItem(1));
    }

    private void make() {
        test($(Button.class).withId("key-make").single()).click();
        settle();
    }

    @Test
    void aKeyForAPageNeedsCampaignsAndPages() {
        ask();
        forAPage();
        assertThat($(CheckboxGroup.class).withId("key-scopes").exists()).isFalse();
        make();
        assertThat(keys.kept).isEmpty();
        assertThat($(MultiSelectComboBox.class).withId("key-campaigns").single().isInvalid())
                .isTrue();
        TextArea origins = $(TextArea.class).withId("key-origins").single();
        assertThat(origins.isInvalid()).isTrue();
        origins.setValue("www.example.com");
        make();
        assertThat(origins.getErrorMessage()).contains("www.example.com", "https://");
        assertThat(keys.kept).isEmpty();
    }

    @Test
    @SuppressWarnings("unchecked")
    void aKeyForAPageIsPublic() {
        ask();
        forAPage();
        ((MultiSelectComboBox<String>)
                        $(MultiSelectComboBox.class).withId("key-campaigns").single())
                .setValue(Set.of("spring"));
        $(TextArea.class).withId("key-origins").single().setValue("https://Shop.example.com/\n\nhttp://localhost:3000");
        $(IntegerField.class).withId("key-per-minute").single().setValue(60);
        make();
        assertThat(keys.kept)
                .singleElement()
                .satisfies(key -> assertThat(key.publicUse())
                        .isEqualTo(new PublicUse(Set.of("https://shop.example.com", "http://localhost:3000"), 60)));
        navigate(KeysView.class);
        settle();
        var grid = $(com.vaadin.flow.component.grid.Grid.class).single();
        assertThat(test(grid).getCellText(0, 2)).contains("Public", "https://shop.example.com", "60 a minute");
    }

    @Test
    void aKeyOfAProgramIsMadeAsBefore() {
        ask();
        make();
        assertThat(keys.kept).singleElement().satisfies(key -> {
            assertThat(key.isPublic()).isFalse();
            assertThat(key.scopes()).isEqualTo(Set.of(Scope.INGEST));
            assertThat(key.campaigns()).isNull();
        });
    }
}
