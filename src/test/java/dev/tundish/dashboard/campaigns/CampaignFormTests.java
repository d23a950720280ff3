package dev.tundish.dashboard.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinSession;
import dev.tundish.access.Role;
import dev.tundish.access.User;
import dev.tundish.campaign.Definition;
import dev.tundish.dashboard.Snippet;
import dev.tundish.dashboard.keys.KeysView;
import dev.tundish.dashboard.login.SignedIn;
import dev.tundish.funnel.Flow;
import dev.tundish.funnel.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.test.context.ContextConfiguration;

@ContextConfiguration(classes = FormRooms.class)
@ViewPackages(packages = "dev.tundish.dashboard")
class CampaignFormTests extends SpringBrowserlessTest {

    private static final Definition SPRING = new Definition(
            "Spring",
            "self-serve",
            Flow.SELF_SERVE,
            ZoneId.of("Europe/Amsterdam"),
            "paid search",
            Instant.parse("2026-11-23T08:00:17Z"),
            null,
            null,
            Map.of("qualified", 50L, "converted", 40L),
            null,
            null,
            Duration.ofHours(36),
            List.of());

    @Autowired
    FormRooms.Kept campaigns;

    @Autowired
    FormRooms.Trials trials;

    @Autowired
    FormRooms.Running rebuilds;

    @BeforeEach
    void logIn() {
        campaigns.all.clear();
        campaigns.rebuilt = null;
        campaigns.events = 0;
        trials.events = 0;
        rebuilds.state = "folding";
        SignedIn ana = new SignedIn(new User("ana", "", Role.ADMIN, false));
        SecurityContext known = SecurityContextHolder.createEmptyContext();
        known.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(ana, null, ana.getAuthorities()));
        VaadinSession.getCurrent()
                .getSession()
                .setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, known);
        SecurityContextHolder.setContext(known);
    }

    @AfterEach
    void logOut() {
        SecurityContextHolder.clearContext();
    }

    private TextField text(String id) {
        return $(TextField.class).withId(id).single();
    }

    private void click(String id) {
        test($(Button.class).withId(id).single()).click();
        settle();
    }

    private List<StageRow> rows() {
        return $(StageRow.class).all();
    }

    private static void settle() {
        VaadinSession session = VaadinSession.getCurrent();
        session.getService().runPendingAccessTasks(session);
    }

    private void edit(long events) {
        campaigns.put("spring", SPRING);
        campaigns.events = events;
        trials.events = events;
        navigate("campaigns/spring/edit", EditCampaignView.class);
        settle();
    }

    private Definition saved(String key) {
        return java.util.Objects.requireNonNull(campaigns.all.get(key)).definition();
    }

    /** All text in a part of the page. */
    private static String said(Component part) {
        return part.getElement().getTextRecursively();
    }

    @Test
    void proposesAKeyThatIsFreeUntilSomebodyChoosesOne() {
        campaigns.put("spring-launch-muller", SPRING);
        navigate(NewCampaignView.class);
        test(text("campaign-name")).setValue("Spring launch, Müller");
        assertThat(text("campaign-key").getValue()).isEqualTo("spring-launch-muller-2");
        test(text("campaign-key")).setValue("mine");
        test(text("campaign-name")).setValue("Another name");
        assertThat(text("campaign-key").getValue()).isEqualTo("mine");
    }

    @Test
    void makesWhatWasWrittenAndThenShowsTheFirstEvent() {
        navigate(NewCampaignView.class);
        test(text("campaign-name")).setValue("Summer");
        test(text("campaign-window")).setValue("1.5");
        test(text("campaign-budget")).setValue("5000");
        test($(TextArea.class).withId("campaign-promise").single()).setValue("Firms of 50\nand more");
        test(rows().getLast().target).setValue("40");
        click("campaign-save");
        Definition made = saved("summer");
        assertThat(made.flow()).isEqualTo(Flow.SALES_ASSISTED);
        assertThat(made.template()).isEqualTo("sales-assisted");
        assertThat(made.handover()).isEqualTo("qualified");
        assertThat(made.window()).isEqualTo(Duration.ofHours(36));
        assertThat(made.targets()).isEqualTo(Map.of("converted", 40L));
        assertThat(made.promise()).isEqualTo("Firms of 50\nand more");
        assertThat(campaigns.by).isEqualTo("ana");
        assertThat(getCurrentView()).isInstanceOf(EditCampaignView.class);
        assertThat($(Snippet.class).single().text())
                .contains("\"campaign\": \"summer\"")
                .contains("YOUR_KEY");
        click("first-event-key");
        assertThat($(Snippet.class).single().text()).contains("Bearer tnd_abcdef");
    }

    @Test
    void saysWhatIsWrongBesideEachFieldAndSavesNothing() {
        navigate(NewCampaignView.class);
        test(text("campaign-key")).setValue("No Key");
        test(text("campaign-budget")).setValue("12,5");
        test(text("campaign-window")).setValue("soon");
        test(rows().get(1).label).setValue("");
        test(rows().get(2).target).setValue("many");
        click("campaign-save");
        assertThat(text("campaign-name").isInvalid()).isTrue();
        assertThat(text("campaign-name").getErrorMessage()).isEqualTo("A campaign needs a name.");
        assertThat(text("campaign-key").isInvalid()).isTrue();
        assertThat(text("campaign-budget").getErrorMessage()).startsWith("An amount such as");
        assertThat(text("campaign-window").getErrorMessage()).startsWith("A number of days");
        assertThat(rows().get(1).label.isInvalid()).isTrue();
        assertThat(rows().get(2).target.getErrorMessage()).startsWith("A whole number");
        assertThat(campaigns.all).isEmpty();
        assertThat($(Span.class).withId("campaign-state").single().getText()).contains("not right yet");
        test(text("campaign-name")).setValue("x");
        assertThat(text("campaign-name").isInvalid()).as("out of date").isFalse();
    }

    @Test
    void neverReplacesACampaignThatIsThereAlready() {
        navigate(NewCampaignView.class);
        test(text("campaign-name")).setValue("Spring");
        campaigns.put("spring", SPRING);
        click("campaign-save");
        assertThat(text("campaign-key").getErrorMessage()).contains("already");
        assertThat(saved("spring")).isEqualTo(SPRING);
    }

    @Test
    void movesStagesAndSaysWhereTheyAre() {
        navigate(NewCampaignView.class);
        StageRow talks = rows().get(3);
        assertThat(rows().getFirst().up.isEnabled()).isFalse();
        assertThat(talks.up.getAriaLabel()).contains("Move Opportunity up");
        test(talks.up).click();
        assertThat(rows())
                .extracting(row -> row.key.getValue())
                .containsExactly("captured", "qualified", "opportunity", "accepted", "converted");
        assertThat($(Span.class).all()).anyMatch(span -> span.getText().equals("Opportunity is stage 3 of 5."));
        click("add-stage");
        test(rows().get(4).label).setValue("Second call");
        assertThat(rows().get(4).key.getValue()).isEqualTo("second_call");
        test(rows().get(1).remove).click();
        assertThat($(Select.class).withId("campaign-handover").single().getHelperText())
                .contains("is gone");
        test(text("campaign-name")).setValue("Own");
        click("campaign-save");
        assertThat(saved("own").flow().stages())
                .extracting(Stage::key)
                .containsExactly("captured", "opportunity", "accepted", "second_call", "converted");
        assertThat(saved("own").template()).isNull();
        assertThat(saved("own").handover()).isNull();
    }

    @Test
    void makesOneLikeAnotherThatItThenFollows() {
        campaigns.put("spring", SPRING);
        navigate(KeysView.class);
        UI.getCurrent().navigate("campaigns/new", QueryParameters.of("like", "spring"));
        test(text("campaign-name")).setValue("Summer");
        click("campaign-save");
        Definition made = saved("summer");
        assertThat(made.predecessor()).isEqualTo("spring");
        assertThat(made.flow()).isEqualTo(Flow.SELF_SERVE);
        assertThat(made.targets()).isEqualTo(SPRING.targets());
        assertThat(made.zone()).isEqualTo(SPRING.zone());
        assertThat(made.window()).isEqualTo(SPRING.window());
        assertThat(made.launchedAt()).as("its own").isNull();
    }

    @Test
    void changesNothingWhenNothingWasChanged() {
        edit(0);
        assertThat(text("campaign-window").getValue()).isEqualTo("1.5");
        click("campaign-save");
        assertThat(saved("spring")).as("seconds and all").isEqualTo(SPRING);
        assertThat($(Span.class).withId("campaign-state").single().getText()).isEqualTo("Saved.");
    }

    @Test
    void saysWhatAChangeOfTheStagesDoesBeforeItIsSavedAndThenShowsHowFarItIs() {
        edit(1_234);
        assertThat(rows().get(1).key.isReadOnly()).isTrue();
        test(rows().get(1).remove).click();
        settle();
        assertThat(said($(Effect.class).withId("campaign-effect").single()))
                .contains("1,234 events are read anew")
                .contains("“Activated” is gone: of the 3 leads that stand there, 3 would stand at “Signed up”.")
                .contains("The target of 50 for “Activated” falls away.");
        assertThat($(NativeTable.class).all()).isNotEmpty();
        click("campaign-save");
        assertThat(campaigns.rebuilt).as("not before it was asked").isNull();
        click("campaign-rebuild-yes");
        assertThat(campaigns.rebuilt).isTrue();
        assertThat(rebuilds.started).isEqualTo(7);
        assertThat(rows()).as("what was saved stays in sight").hasSize(2);
        Awaitility.await().pollInSameThread().untilAsserted(() -> {
            settle();
            assertThat(said($(Refolding.class).single())).contains("30 of 100 leads");
        });
        campaigns.put(
                "spring",
                definition(
                        SPRING,
                        new Flow(List.of(
                                Flow.SELF_SERVE.stages().getFirst(),
                                Flow.SELF_SERVE.stages().getLast()))));
        rebuilds.state = "done";
        Awaitility.await().pollInSameThread().untilAsserted(() -> {
            settle();
            assertThat($(Span.class).withId("campaign-state").single().getText())
                    .isEqualTo("Saved, and counted anew.");
        });
    }

    @Test
    void keepsWhatWasWrittenWhenTheCountingFails() {
        edit(5);
        test(rows().get(1).remove).click();
        settle();
        click("campaign-save");
        click("campaign-rebuild-yes");
        rebuilds.state = "failed";
        Awaitility.await().pollInSameThread().untilAsserted(() -> {
            settle();
            assertThat($(Span.class).withId("campaign-state").single().getText())
                    .contains("could not be folded");
        });
        assertThat(rows()).hasSize(2);
        navigateAway();
        assertThat($(ConfirmDialog.class).withId("campaign-leave").exists()).isTrue();
    }

    @Test
    void asksBeforeSomebodyLeavesWithoutSaving() {
        edit(0);
        navigateAway();
        assertThat(getCurrentView()).as("nothing to lose").isInstanceOf(KeysView.class);
        navigate("campaigns/spring/edit", EditCampaignView.class);
        test(text("campaign-channel")).setValue("radio");
        navigateAway();
        assertThat(getCurrentView()).isInstanceOf(EditCampaignView.class);
        test($(ConfirmDialog.class).withId("campaign-leave").single()).confirm();
        assertThat(getCurrentView()).isInstanceOf(KeysView.class);
    }

    private static void navigateAway() {
        UI.getCurrent().navigate(KeysView.class);
    }

    @Test
    void saysThatSomebodyElseWasFasterAndLosesNothing() {
        edit(0);
        test(text("campaign-channel")).setValue("radio");
        campaigns.put("spring", named(SPRING, "Spring, renamed"));
        click("campaign-save");
        assertThat($(Conflict.class).exists()).isTrue();
        assertThat(saved("spring").channel()).isEqualTo("paid search");
        click("conflict-mine");
        assertThat(saved("spring").channel()).isEqualTo("radio");
        test(text("campaign-channel")).setValue("television");
        campaigns.put("spring", named(SPRING, "Theirs"));
        click("campaign-save");
        click("conflict-theirs");
        assertThat(text("campaign-name").getValue()).isEqualTo("Theirs");
        assertThat(text("campaign-channel").getValue()).isEqualTo("paid search");
    }

    @Test
    @SuppressWarnings("unchecked")
    void showsARefusalBesideItsField() {
        campaigns.put("winter", SPRING);
        edit(0);
        ComboBox<String> follows = (ComboBox<String>)
                $(ComboBox.class).withId("campaign-predecessor").single();
        follows.setValue("winter");
        campaigns.all.remove("winter");
        click("campaign-save");
        assertThat(follows.getErrorMessage()).isEqualTo("There is no campaign with this key.");
    }

    private static Definition named(Definition is, String name) {
        return new Definition(
                name,
                is.template(),
                is.flow(),
                is.zone(),
                is.channel(),
                is.launchedAt(),
                is.endsAt(),
                is.budget(),
                is.targets(),
                is.predecessor(),
                is.handover(),
                is.window(),
                is.reasons());
    }

    private static Definition definition(Definition is, Flow flow) {
        return new Definition(
                is.name(),
                null,
                flow,
                is.zone(),
                is.channel(),
                is.launchedAt(),
                is.endsAt(),
                is.budget(),
                Map.of(),
                is.predecessor(),
                null,
                is.window(),
                is.reasons());
    }
}
