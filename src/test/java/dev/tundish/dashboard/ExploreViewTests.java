package dev.tundish.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinSession;
import dev.tundish.access.Role;
import dev.tundish.access.User;
import dev.tundish.dashboard.explore.ExploreView;
import dev.tundish.dashboard.explore.JourneyView;
import dev.tundish.dashboard.explore.LeadsView;
import dev.tundish.dashboard.login.SignedIn;
import dev.tundish.funnel.Happening;
import dev.tundish.funnel.JourneyState;
import dev.tundish.funnel.LeadEvent;
import dev.tundish.funnel.Money;
import dev.tundish.journal.Card;
import dev.tundish.journal.Recorded;
import java.math.BigDecimal;
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
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the pages from a leak to its leads are given to show. */
@ContextConfiguration(classes = FakeRooms.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_EACH_TEST_METHOD)
@ViewPackages(packages = "dev.tundish.dashboard")
class ExploreViewTests extends SpringBrowserlessTest {

    private static final Instant CAME = Instant.parse("2026-11-23T09:00:00Z");

    @Autowired
    CubeReports reports;

    @Autowired
    KeptLog log;

    @BeforeEach
    void logIn() {
        SignedIn sales = new SignedIn(new User("sam", "", Role.SALES, false));
        SecurityContext known = SecurityContextHolder.createEmptyContext();
        known.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(sales, null, sales.getAuthorities()));
        VaadinSession.getCurrent()
                .getSession()
                .setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, known);
        SecurityContextHolder.setContext(known);
    }

    @AfterEach
    void logOut() {
        SecurityContextHolder.clearContext();
    }

    private void lead(int number, @Nullable Card card, Happening... happenings) {
        List<Recorded> events = new java.util.ArrayList<>();
        for (int n = 0; n < happenings.length; n++) {
            Instant at = CAME.plusSeconds(60L * n);
            Money value = happenings[n] instanceof Happening.Converted ? new Money(BigDecimal.TEN, "EUR") : null;
            Map<String, String> touch = n == 0 ? Map.of("source", "a<b", "segment", "micro") : Map.of();
            LeadEvent event = new LeadEvent(
                    number + "-" + n, ChronoUnit.MICROS.between(Instant.EPOCH, at), happenings[n], value, touch);
            events.add(new Recorded(
                    "lead-" + number, event, n == 1 ? "called\ntwice" : null, "Ana", 1, at.plusSeconds(n * 900L)));
        }
        log.events.put("lead-" + number, events);
        if (card != null) {
            log.cards.put("lead-" + number, card);
        }
        reports.cube.put(
                number,
                JourneyState.fold(
                                reports.rules,
                                events.stream().map(Recorded::event).toList())
                        .journey());
    }

    @Test
    void anEmptyCampaignIsSaidToBeEmpty() {
        JsonNode page = shown(navigate(ExploreView.class, Map.of("key", "spring")));
        assertThat(page.at("/chosen").asString()).isEqualTo("first");
        assertThat(page.at("/leaks/leads").asLong()).isZero();
        assertThat(page.at("/attributes").isEmpty()).isTrue();
        assertThat(shown(navigate(LeadsView.class, Map.of("key", "spring")))
                        .at("/total")
                        .asLong())
                .isZero();
    }

    @Test
    void aFewLeadsAreTooEarlyToJudge() {
        for (int n = 0; n < 20; n++) {
            lead(n, null, new Happening.Captured(), new Happening.Lost("no_budget"));
        }
        JsonNode page = shown(navigate(ExploreView.class, Map.of("key", "spring")));
        assertThat(page.at("/leaks/lost").asLong()).isEqualTo(20);
        assertThat(page.at("/left/0/label").asString()).isEqualTo("No budget");
        page.at("/leaks/list")
                .forEach(leak -> assertThat(leak.at("/real").asBoolean()).isFalse());
    }

    @Test
    void theAddressSaysStepAndFilterAndTheLinksKeepThem() {
        lead(0, null, new Happening.Captured(), new Happening.Qualified());
        UI.getCurrent()
                .navigate(
                        "campaigns/spring/explore",
                        QueryParameters.fromString("step=qualified&by=segment&filter=source:a%3Cb&range=today"));
        JsonNode page = shown((Component)
                UI.getCurrent().getInternals().getActiveRouterTargetsChain().getFirst());
        assertThat(page.at("/step").asInt()).isEqualTo(1);
        assertThat(page.at("/by").asString()).isEqualTo("segment");
        assertThat(page.at("/query").asString())
                .isEqualTo("?range=today&mode=cohort&filter=source%3Aa%3Cb&step=qualified&by=segment");
        assertThat(page.at("/leaks/leads").asLong()).isEqualTo(1);
    }

    @Test
    void aListShowsWhoALeadIsAndGivesItsNumberForAddresses() {
        lead(0, new Card("Ada <i>", "Engines Ltd", null, null, null, null), new Happening.Captured());
        lead(1, null, new Happening.Captured(), new Happening.Converted());
        JsonNode page = shown(navigate(LeadsView.class, Map.of("key", "spring")));
        assertThat(page.at("/total").asLong()).isEqualTo(2);
        assertThat(page.at("/leads/0/number").asInt()).isZero();
        assertThat(page.at("/leads/0/name").asString()).isEqualTo("Ada <i>");
        assertThat(page.at("/leads/1/value/amount").asString()).isEqualTo("10");
        assertThat(page.at("/columns/0").asString()).isEqualTo("source");
        assertThat(page.at("/sort").asString()).isEqualTo("first-desc");
    }

    @Test
    void aNumberThatDoesNotExistIsSaidToBeNone() {
        UI.getCurrent()
                .navigate("campaigns/spring/leads", QueryParameters.fromString("mode=activity&range=today&count=open"));
        JsonNode page = shown((Component)
                UI.getCurrent().getInternals().getActiveRouterTargetsChain().getFirst());
        assertThat(page.at("/problem").asString()).isNotBlank();
        assertThat(page.at("/leads").isEmpty()).isTrue();
    }

    @Test
    void aJourneyTellsEveryEventAndWhatCountsOfIt() {
        lead(
                0,
                new Card("Ada", null, "ada@example.org", null, "https://example.org", "eve"),
                new Happening.Captured(),
                new Happening.Converted(),
                new Happening.Reverted("changed_mind"));
        JourneyView view = navigate(JourneyView.class, Map.of("key", "spring", "number", "0"));
        JsonNode page = shown(view);
        assertThat(page.at("/status").asString()).isEqualTo("out");
        assertThat(page.at("/stage").asString()).isEqualTo("Activated");
        assertThat(page.at("/card/email").asString()).isEqualTo("ada@example.org");
        assertThat(page.at("/events/1/idle").asBoolean()).isTrue();
        assertThat(page.at("/events/1/comment").asString()).isEqualTo("called\ntwice");
        assertThat(page.at("/events/1/late").asLong()).isEqualTo(900);
        assertThat(page.at("/events/0/late").isNull()).isTrue();
        assertThat(view.getPageTitle())
                .as("a title is kept by browsers: it names no lead")
                .doesNotContain("Ada");
    }

    @Test
    void aLeadThatIsNotThereSaysSo() {
        for (String number : List.of("7", "-1", "01", "ada@example.org", "999999999999")) {
            navigate("campaigns/spring/leads/" + number, NotThere.class);
            assertThat($(H1.class).first().getText()).isEqualTo("There is nothing here");
        }
        navigate("campaigns/winter/explore", NotThere.class);
        navigate("campaigns/winter/leads", NotThere.class);
    }

    private static JsonNode shown(Component view) {
        VaadinSession session = VaadinSession.getCurrent();
        session.getService().runPendingAccessTasks(session);
        return JsonMapper.shared().readTree(view.getElement().getProperty("picture", "{}"));
    }
}
