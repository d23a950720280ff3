package dev.tundish.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinSession;
import dev.tundish.access.Role;
import dev.tundish.access.User;
import dev.tundish.campaign.CampaignChange;
import dev.tundish.dashboard.campaign.CampaignView;
import dev.tundish.dashboard.login.SignedIn;
import dev.tundish.funnel.FeedbackReport;
import dev.tundish.funnel.FunnelQuestion.Mode;
import dev.tundish.funnel.FunnelReport;
import dev.tundish.funnel.Happening;
import dev.tundish.funnel.LeadEvent;
import dev.tundish.journal.Recorded;
import dev.tundish.live.CampaignPicture;
import dev.tundish.live.Live;
import dev.tundish.live.Range;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a campaign's page is given to show, in each of its states. */
@ContextConfiguration(classes = FakeRooms.class)
@ViewPackages(packages = "dev.tundish.dashboard")
class CampaignPageTests extends SpringBrowserlessTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    FakeRooms.FakeLive live;

    @Autowired
    KeptChanges changes;

    @BeforeEach
    void logIn() {
        changes.kept.clear();
        logIn(Role.MARKETER);
    }

    private static void logIn(Role role) {
        SignedIn ana = new SignedIn(new User("ana", "", role, false));
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

    @Test
    void whatIsChosenBecomesTheAddressInItsShortestForm() {
        CampaignView view = look(Map.of());
        say(view, "choose", Map.of("query", "range=today&mode=activity&vs=nonsense!&filter=source%3Agoogle"));
        assertThat(live.asked.getLast().range()).isEqualTo(new Range.Today());
        assertThat(live.asked.getLast().filter().wanted()).containsOnlyKeys("source");
        show(shown().getElement().getProperty("me", ""), true, null);
        assertThat(picture(shown()).path("query").asString()).isEqualTo("?range=today&filter=source%3Agoogle");
    }

    @Test
    void countsThatAreNotExactYetSaySo() {
        CampaignView view = look(Map.of());
        show("x", false, null);
        assertThat(picture(view).path("exact").asBoolean()).isFalse();
        show("x", true, null);
        assertThat(picture(view).path("exact").asBoolean()).isTrue();
    }

    @Test
    void whatFollowsThePictureComesBesideIt() {
        CampaignView view = look(Map.of("range", "week"));
        settle();
        JsonNode beside = JSON.readTree(view.getElement().getProperty("beside", ""));
        assertThat(beside.path("bridge").size()).isEqualTo(3);
        assertThat(beside.path("bucket").asString()).isEqualTo("a day");
        assertThat(beside.path("promise").isNull()).isTrue();
    }

    @Test
    void aComparisonThatCannotBeMadeSaysWhy() {
        CampaignView view = look(Map.of("vs", "target"));
        show("x", true, null);
        assertThat(picture(view).path("against").path("why").asString()).contains("No targets");
        assertThat(picture(view).path("against").path("stages").size()).isZero();
    }

    @Test
    void aChangeThatIsSaidIsWrittenDownInTheWritersName() {
        CampaignView view = look(Map.of());
        say(view, "change", Map.of("by", " Ana ", "at", "2026-11-23T09:30", "what", "Small firms excluded"));
        settle();
        assertThat(changes.kept).singleElement().satisfies(change -> {
            assertThat(change.by()).isEqualTo("Ana");
            assertThat(change.at()).isEqualTo("2026-11-23T09:30:00Z");
            assertThat(change.kind()).isEqualTo(CampaignChange.Kind.MARKETING);
        });
        say(view, "withdraw", Map.of("id", "1"));
        settle();
        assertThat(changes.kept).isEmpty();
    }

    @Test
    void aChangeThatSaysNothingOrLiesAheadIsNotWrittenDown() {
        CampaignView view = look(Map.of());
        say(view, "change", Map.of("by", "ana", "at", "", "what", "  "));
        say(view, "change", Map.of("by", "ana", "at", "2026-12-24T18:00", "what", "Presents"));
        say(view, "change", Map.of("by", "ana", "at", "soon", "what", "Presents"));
        settle();
        assertThat(changes.kept).isEmpty();
    }

    @Test
    void whoMayNotChangeCampaignsChangesNothing() {
        logIn(Role.SALES);
        CampaignView view = look(Map.of());
        assertThat(view.getElement().getProperty("mayChange", true)).isFalse();
        say(view, "change", Map.of("by", "ana", "at", "", "what", "Everything"));
        settle();
        assertThat(changes.kept).isEmpty();
    }

    @Test
    void newEventsLeadToTheirLeadByItsNumberAndLateOnesSaySo() {
        CampaignView view = look(Map.of());
        show("x", true, recorded("ada@example.org", Instant.parse("2026-11-23T12:00:00Z")));
        JsonNode event = picture(view).path("newest").path(0);
        assertThat(event.path("number").asInt()).isEqualTo(7);
        assertThat(event.path("late").asBoolean()).isTrue();
    }

    private CampaignView look(Map<String, String> address) {
        UI.getCurrent().navigate("campaigns/spring", QueryParameters.simple(address));
        return shown();
    }

    private static CampaignView shown() {
        return (CampaignView) UI.getCurrent().getCurrentView();
    }

    private static JsonNode picture(CampaignView view) {
        return JSON.readTree(view.getElement().getProperty("picture", ""));
    }

    private static Recorded recorded(String lead, Instant at) {
        LeadEvent event = new LeadEvent(
                "e-1", ChronoUnit.MICROS.between(Instant.EPOCH, at), new Happening.Captured(), null, Map.of());
        return new Recorded(lead, event, null, null, 3, Instant.parse("2026-11-23T13:03:07Z"));
    }

    private void show(String name, boolean exact, @Nullable Recorded newest) {
        List<FunnelReport.Row> rows = FakeRooms.SPRING.definition().flow().stages().stream()
                .map(stage -> new FunnelReport.Row(stage, 40, 0, null, null, 0L, 0L, 0L, null, null))
                .toList();
        CampaignPicture picture = new CampaignPicture(
                FakeRooms.SPRING,
                name.length() + 3,
                Instant.parse("2026-11-23T13:03:07Z"),
                Live.View.WHOLE,
                exact,
                new FunnelReport(Mode.COHORT, null, null, rows, null, 0L, List.of(), List.of(), null),
                new FeedbackReport(0, 0, 0, 0, 0, 0, null, null, null, List.of(), List.of(), List.of()),
                new long[60][3],
                newest == null ? List.of() : List.of(newest),
                Map.of("ada@example.org", 7),
                null);
        assertThat(live.pictures.tryEmitNext(picture).isSuccess()).isTrue();
        settle();
    }

    /** As the web component tells it. */
    private static void say(CampaignView view, String name, Map<String, String> detail) {
        ObjectNode data = JSON.createObjectNode();
        detail.forEach((key, value) -> data.put("event.detail." + key, value));
        view.getElement()
                .getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(view.getElement(), name, data));
        settle();
    }

    private static void settle() {
        VaadinSession session = VaadinSession.getCurrent();
        session.getService().runPendingAccessTasks(session);
    }
}
