package dev.tundish.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinSession;
import dev.tundish.access.Role;
import dev.tundish.access.Scope;
import dev.tundish.access.User;
import dev.tundish.campaign.CampaignState;
import dev.tundish.dashboard.campaign.CampaignView;
import dev.tundish.dashboard.keys.KeysView;
import dev.tundish.dashboard.login.SignedIn;
import dev.tundish.dashboard.overview.OverviewView;
import dev.tundish.funnel.FeedbackReport;
import dev.tundish.funnel.Filter;
import dev.tundish.funnel.FunnelQuestion.Mode;
import dev.tundish.funnel.FunnelReport;
import dev.tundish.funnel.Health;
import dev.tundish.live.Allowed;
import dev.tundish.live.CampaignGlance;
import dev.tundish.live.CampaignPicture;
import dev.tundish.live.Live;
import dev.tundish.live.Overview;
import dev.tundish.live.Range;
import dev.tundish.live.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
class ViewTests extends SpringBrowserlessTest {

    @Autowired
    FakeRooms.FakeLive live;

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

    @Test
    void aCampaignShowsTheNewestPicture() {
        CampaignView view = navigate(CampaignView.class, Map.of("key", "spring"));
        show(3);
        assertThat(shown(view)).contains("\"leads\":3").contains("Spring <b>launch</b>");
        show(4);
        assertThat(shown(view)).contains("\"leads\":4");
    }

    @Test
    void whatDoesNotChangeIsNotSentAgain() {
        CampaignView view = navigate(CampaignView.class, Map.of("key", "spring"));
        CampaignPicture picture = show(3);
        String before = shown(view);
        emit(new CampaignPicture(
                picture.campaign(),
                picture.version(),
                picture.completeTo().plusSeconds(2),
                picture.view(),
                picture.exact(),
                picture.funnel(),
                picture.feedback(),
                picture.perMinute(),
                picture.newest(),
                picture.numbers(),
                null));
        assertThat(shown(view)).isSameAs(before);
        assertThat(view.getElement().getProperty("completeTo", 0.0))
                .isEqualTo(picture.completeTo().plusSeconds(2).toEpochMilli());
    }

    @Test
    void aHiddenTabIsNotFedAndCatchesUpWhenShown() {
        CampaignView view = navigate(CampaignView.class, Map.of("key", "spring"));
        show(3);
        view.seen(false);
        show(9);
        assertThat(shown(view)).contains("\"leads\":3");
        view.seen(true);
        settle();
        assertThat(shown(view)).contains("\"leads\":9");
    }

    @Test
    void theAddressSaysWhatIsLookedAt() {
        look(Map.of("range", "today"));
        assertThat(live.asked).last().isEqualTo(view(Mode.ACTIVITY, new Range.Today()));
        look(Map.of("range", "today", "mode", "cohort"));
        assertThat(live.asked).last().isEqualTo(view(Mode.COHORT, new Range.Today()));
        look(Map.of("range", "nonsense", "mode", "activity"));
        assertThat(live.asked).last().isEqualTo(view(Mode.ACTIVITY, new Range.Whole()));
    }

    @Test
    void aCampaignThatIsNotThereSaysSo() {
        navigate("campaigns/winter", NotThere.class);
        assertThat($(H1.class).first().getText()).isEqualTo("There is nothing here");
    }

    @Test
    void anEmptySystemTeachesTheFirstSteps() {
        navigate(KeysView.class); // the first page was made before anybody was logged in
        navigate(OverviewView.class);
        live.glances.tryEmitNext(new Overview(Instant.parse("2026-11-23T13:03:07Z"), List.of()));
        settle();
        assertThat($(Div.class).withId("first-steps").exists()).isTrue();
        test($(Button.class).withId("first-key").single()).click();
        settle();
        assertThat(keys.kept.getFirst().scopes()).contains(Scope.INGEST, Scope.ADMIN);
        assertThat($(Snippet.class).all()).anyMatch(snippet -> snippet.text().contains("KEY=tnd_abcdef"));
    }

    @Test
    void theOverviewIsToldWhatChangedAlone() {
        navigate(OverviewView.class);
        CampaignGlance first = glance(3);
        glances(first);
        Element list = overview();
        assertThat(list.getProperty("news", "")).contains("Spring <b>launch</b>", "\"leads\":[3,3,3]", "no_yardstick");
        glances(first);
        String before = list.getProperty("news", "");
        glances(glance(4));
        assertThat(list.getProperty("news", ""))
                .isNotEqualTo(before)
                .contains("\"whole\":false", "\"leads\":[4,4,4]")
                .doesNotContain("Spring");
    }

    @Test
    void theAddressSaysWhichCampaignsAreShown() {
        UI.getCurrent().navigate("", QueryParameters.fromString("state=ended&tag=b2b&q=spr"));
        glances(glance(3));
        assertThat(overview().getProperty("look", ""))
                .contains("\"state\":\"ended\"", "\"tags\":[\"b2b\"]", "\"text\":\"spr\"");
        assertThat(overview().getProperty("news", "")).contains("\"rows\":[]", "\"live\":1");
        assertThat($(Div.class).withId("first-steps").exists()).isFalse();
    }

    private static Element overview() {
        return UI.getCurrent()
                .getCurrentView()
                .getElement()
                .getChildren()
                .filter(child -> child.getTag().equals("tundish-overview"))
                .findAny()
                .orElseThrow();
    }

    private void glances(CampaignGlance... glances) {
        live.glances.tryEmitNext(new Overview(Instant.parse("2026-11-23T13:03:07Z"), List.of(glances)));
        settle();
    }

    private static CampaignGlance glance(long leads) {
        return new CampaignGlance(
                FakeRooms.SPRING,
                CampaignState.LIVE,
                leads,
                report(leads),
                new FeedbackReport(0, 0, 0, 0, 0, 0, null, null, null, List.of(), List.of(), List.of()),
                0,
                new long[61],
                new Standing(new Health(Health.Word.NO_YARDSTICK, null, null, null), null, null));
    }

    private static FunnelReport report(long leads) {
        List<FunnelReport.Row> rows = FakeRooms.SPRING.definition().flow().stages().stream()
                .map(stage -> new FunnelReport.Row(stage, leads, 0, null, null, 0L, 0L, 0L, null, null))
                .toList();
        return new FunnelReport(Mode.COHORT, null, null, rows, null, 0L, List.of(), List.of(), null);
    }

    @Test
    void keysAreListedWithoutTheirSecret() {
        keys.make("website", Set.of(Scope.INGEST), Set.of("spring"), null).subscribe();
        navigate(KeysView.class);
        settle();
        var grid = $(com.vaadin.flow.component.grid.Grid.class).single();
        assertThat(test(grid).size()).isEqualTo(1);
        assertThat(test(grid).getCellText(0, 0)).isEqualTo("website");
        assertThat(test(grid).getCellText(0, 3)).isEqualTo("spring");
    }

    private static Live.View view(Mode mode, Range range) {
        return new Live.View(mode, range, Allowed.USUAL, Filter.NONE);
    }

    private static void look(Map<String, String> address) {
        UI.getCurrent().navigate("campaigns/spring", QueryParameters.simple(address));
    }

    private CampaignPicture show(long leads) {
        List<FunnelReport.Row> rows = FakeRooms.SPRING.definition().flow().stages().stream()
                .map(stage -> new FunnelReport.Row(stage, leads, 0, null, null, 0L, 0L, 0L, null, null))
                .toList();
        CampaignPicture picture = new CampaignPicture(
                FakeRooms.SPRING,
                leads,
                Instant.parse("2026-11-23T13:03:07Z"),
                Live.View.WHOLE,
                true,
                new FunnelReport(Mode.COHORT, null, null, rows, null, 0L, List.of(), List.of(), null),
                new FeedbackReport(0, 0, 0, 0, 0, 0, null, null, null, List.of(), List.of(), List.of()),
                new long[60][3],
                List.of(),
                Map.of(),
                null);
        emit(picture);
        return picture;
    }

    private void emit(CampaignPicture picture) {
        assertThat(live.pictures.tryEmitNext(picture).isSuccess()).isTrue();
        settle();
    }

    /** What was handed to the page's thread is done. */
    private static void settle() {
        VaadinSession session = VaadinSession.getCurrent();
        session.getService().runPendingAccessTasks(session);
    }

    private static String shown(CampaignView view) {
        return view.getElement().getProperty("picture", "");
    }
}
