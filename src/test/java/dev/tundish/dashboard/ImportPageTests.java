package dev.tundish.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.VaadinSession;
import dev.tundish.access.Role;
import dev.tundish.access.User;
import dev.tundish.dashboard.imports.ImportJobView;
import dev.tundish.dashboard.imports.ImportView;
import dev.tundish.dashboard.login.SignedIn;
import dev.tundish.imports.DayOrder;
import dev.tundish.imports.Import.State;
import dev.tundish.imports.Kind;
import dev.tundish.imports.Mapping;
import dev.tundish.imports.Meaning;
import dev.tundish.imports.What;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
class ImportPageTests extends SpringBrowserlessTest {

    private static final List<String> HEADER = List.of("lead_id", "created", "origin");

    @Autowired
    FakeImports imports;

    @BeforeEach
    void logIn() {
        imports.clear();
        SignedIn marketer = new SignedIn(new User("kim", "", Role.MARKETER, false));
        SecurityContext known = SecurityContextHolder.createEmptyContext();
        known.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(marketer, null, marketer.getAuthorities()));
        VaadinSession.getCurrent()
                .getSession()
                .setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, known);
        SecurityContextHolder.setContext(known);
    }

    @AfterEach
    void logOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void takesAFileOnlyForACampaign() {
        navigate(ImportView.class);
        assertThat($(Upload.class).single().isEnabled()).isFalse();
        com.vaadin
                .flow
                .component
                .UI
                .getCurrent()
                .navigate("import", com.vaadin.flow.router.QueryParameters.of("campaign", "spring"));
        assertThat($(Upload.class).single().isEnabled()).isTrue();
    }

    @Test
    void proposesWhatTheColumnsMeanAndShowsWhatTheRowsBecome() {
        open(file("a1", "2018-02-01", "social"));
        assertThat(box(0).getValue()).isEqualTo(Meaning.of(What.LEAD));
        assertThat(box(1).getValue()).isEqualTo(Meaning.of(What.REACHED, "captured"));
        assertThat(box(2).getValue()).isEqualTo(Meaning.of(What.ATTRIBUTE, "source"));
        assertThat(preview())
                .contains("All of 1 row would be taken")
                .contains("Signed up")
                .contains("source: social");
        assertThat(start().isEnabled()).isTrue();
        assertThat(start().getText()).isEqualTo("Bring in 1 row");
    }

    @Test
    void showsWhatWouldBeRefusedAndWhy() {
        long id = imports.file(HEADER, List.of(List.of("a1", "2018-02-01", "x"), List.of("", "2018-02-01", "y")));
        open(id);
        assertThat(preview()).contains("1 would be taken and 1 refused").contains("1 × “lead_id” is empty");
    }

    @Test
    void asksBeforeItBeginsWhatHasToBeSettled() {
        open(file("a1", "3/4/2018", "social"));
        assertThat(start().isEnabled()).isFalse();
        assertThat(text(byId(com.vaadin.flow.component.html.UnorderedList.class, "import-open")))
                .contains("day or the month");
        @SuppressWarnings("unchecked")
        RadioButtonGroup<DayOrder> order = byId(RadioButtonGroup.class, "import-order");
        test(order).selectItem("The day (3 April)");
        assertThat(start().isEnabled()).isTrue();
        assertThat(preview()).contains("Apr");
        assertThat(imports.now(1).mapping()).extracting(Mapping::order).isEqualTo(DayOrder.DAY_FIRST);
    }

    @Test
    void keepsAMappingThatWasBegunOverAReload() {
        long id = file("a1", "2018-02-01", "social");
        open(id);
        test(box(2)).selectItem("Trait: segment");
        assertThat(preview()).contains("segment: social");
        navigate(ImportView.class);
        open(id);
        assertThat(box(2).getValue()).isEqualTo(Meaning.of(What.ATTRIBUTE, "segment"));
    }

    @Test
    void mapsAsTheLastFileWithTheseColumnsWas() {
        imports.remembered = new Mapping(
                Kind.LEADS,
                List.of(Meaning.of(What.LEAD), Meaning.of(What.REACHED, "converted"), Meaning.NOTHING),
                DayOrder.UNKNOWN,
                "",
                ZoneOffset.UTC);
        open(file("a1", "2018-02-01", "social"));
        assertThat(box(1).getValue()).isEqualTo(Meaning.of(What.REACHED, "converted"));
        assertThat(text(byId(Div.class, "import-map"))).contains("as the last file with these columns");
    }

    @Test
    void showsHowFarItHasComeAndWhatBecameOfTheRows() {
        long id = file("a1", "2018-02-01", "social");
        open(id);
        test(start()).click();
        settle();
        assertThat($(ProgressBar.class).single().getValue()).isZero();
        imports.set(id, State.RUNNING, 0, 0, 0);
        settle();
        assertThat($(Button.class).withId("import-stop").exists()).isTrue();
        imports.set(id, State.DONE, 1, 0, 0);
        settle();
        assertThat(byId(Span.class, "import-added").getText()).isEqualTo("1");
        assertThat($(Button.class).withId("import-delete").exists()).isTrue();
        assertThat($(com.vaadin.flow.component.html.Anchor.class)
                        .withId("import-download")
                        .exists())
                .isFalse();
    }

    @Test
    void offersTheRefusedRowsForDownload() {
        long id = file("a1", "2018-02-01", "social");
        imports.set(id, State.DONE, 0, 0, 1);
        open(id);
        assertThat(byId(Span.class, "import-refused").getText()).isEqualTo("1");
        assertThat($(com.vaadin.flow.component.html.Anchor.class)
                        .withId("import-download")
                        .exists())
                .isTrue();
    }

    @Test
    void aStoppedOneCanGoOn() {
        long id = file("a1", "2018-02-01", "social");
        imports.set(id, State.STOPPED, 0, 0, 0);
        open(id);
        test($(Button.class).withId("import-on").single()).click();
        settle();
        assertThat($(Button.class).withId("import-stop").exists()).isTrue();
    }

    @Test
    void listsWhatWasBroughtInAndALineStaysWhileItsWordsChange() {
        navigate(ImportView.class);
        settle();
        assertThat(text(byId(Div.class, "imports"))).contains("None yet");
        long id = file("a1", "2018-02-01", "social");
        imports.set(id, State.RUNNING, 0, 0, 0);
        settle();
        Component line = byId(Div.class, "imports").getComponentAt(1);
        assertThat(text(line)).contains("leads.csv").contains("Running").contains("0 of 1 row");
        imports.set(id, State.DONE, 0, 1, 0);
        settle();
        assertThat(byId(Div.class, "imports").getComponentAt(1)).isSameAs(line);
        assertThat(text(line)).contains("0 new, 1 was there already, 0 refused");
    }

    @Test
    void anImportThatIsNotThereSaysSo() {
        navigate("import/77", NotThere.class);
        assertThat($(H1.class).first().getText()).isEqualTo("There is nothing here");
    }

    private long file(String... cells) {
        return imports.file(HEADER, List.of(List.of(cells)));
    }

    private void open(long id) {
        navigate(ImportJobView.class, Map.of("id", String.valueOf(id)));
        settle();
    }

    @SuppressWarnings("unchecked")
    private Select<Meaning> box(int column) {
        return byId(Select.class, "column-" + column);
    }

    private Button start() {
        return byId(Button.class, "import-start");
    }

    private String preview() {
        return text(byId(Div.class, "import-preview"));
    }

    private <C extends Component> C byId(Class<C> type, String id) {
        return $(type).withId(id).single();
    }

    private static String text(Component component) {
        return Objects.requireNonNull(component.getElement().getTextRecursively());
    }

    private static void settle() {
        VaadinSession session = VaadinSession.getCurrent();
        session.getService().runPendingAccessTasks(session);
    }
}
