package dev.tundish.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.tundish.access.Role;
import dev.tundish.dashboard.WhoMay;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** People come in, do what they may, are shut out: as they see it in a browser. */
class PeopleIT {

    private static final String NOT_THERE = "There is nothing here";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path home;

    @SuppressWarnings("NullAway.Init")
    private static Team team;

    @SuppressWarnings("NullAway.Init")
    private static Chromium chromium;

    @BeforeAll
    static void start() throws Exception {
        team = Team.start(home);
        chromium = new Chromium();
        assertThat(team.call("PUT", "/api/v1/campaigns/spring", """
                        {"name": "Spring launch", "template": "sales-assisted"}""").statusCode())
                .isEqualTo(201);
        assertThat(team.call("POST", "/api/v1/events", """
                        [{"type": "lead.captured", "campaign": "spring", "lead": "ann-77", "id": "1", "comment": "Ann called",
                          "card": {"name": "Ann Archer", "email": "ann@example.org"}},
                         {"type": "lead.captured", "campaign": "spring", "lead": "bob-88", "id": "2"}]""").statusCode()).isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        chromium.close();
        team.close();
    }

    private static Page page() {
        return chromium.page(1280, 900);
    }

    private static Page as(String user, String path) {
        Page page = page();
        team.signIn(page, path, user);
        return page;
    }

    private static void choose(Page users, String user) {
        users.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Change " + user))
                .click();
    }

    @Test
    void theInvitedComeInByALinkThatWorksOnce() {
        Page users = page();
        team.signIn(users, "/users");
        users.locator("#invite").click();
        users.locator("#invite-name input").fill("Ana");
        users.getByLabel(Pattern.compile("^Salesperson")).check();
        users.locator("#invite-make").click();
        String link = users.locator("#link-once tundish-snippet pre").textContent();
        assertThat(link).startsWith(team.page("/welcome#"));

        Page ana = page();
        ana.navigate(link);
        assertThat(ana.locator("h1")).hasText("Welcome, Ana");
        assertThat(ana).hasURL(team.page("/welcome"));
        ana.locator("#password-new input").fill("short");
        ana.locator("#password-again input").fill("short");
        ana.locator("#choose-password").click();
        assertThat(ana.getByText("Use at least 10 characters.")).isVisible();
        ana.locator("#password-new input").fill(Team.PASSWORD);
        ana.locator("#password-again input").fill(Team.PASSWORD);
        ana.locator("#choose-password").click();
        ana.locator("#to-login").click();
        ana.locator("#login input[name=username]").fill("Ana");
        ana.locator("#login input[name=password]").fill(Team.PASSWORD);
        ana.locator("#login input[name=password]").press("Enter");
        assertThat(ana.locator("tundish-user-menu")).containsText("Ana");

        Page again = page();
        again.navigate(link);
        assertThat(again.locator("h1")).hasText("This link is not good any more");
        users.context().close();
        ana.context().close();
        again.context().close();
    }

    @Test
    void anotherRoleReachesOpenPagesAtOnceAndWhoIsShutOutIsOut() {
        team.add("Cleo", Role.VIEWER);
        Page cleo = as("Cleo", "/campaigns/spring");
        var keys = cleo.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName("Campaigns").setExact(true));
        assertThat(cleo.locator("#content")).isVisible();
        assertThat(keys).isHidden();

        Page users = page();
        team.signIn(users, "/users");
        choose(users, "Cleo");
        users.getByLabel(Pattern.compile("^Marketer")).check();
        assertThat(users.getByText("Cleo is now: Marketer.")).isVisible();
        assertThat(keys).isVisible();

        choose(users, "Cleo");
        users.locator("#user-out").click();
        users.locator("vaadin-confirm-dialog vaadin-button[slot=confirm-button]")
                .click();
        assertThat(users.getByText("Cleo is shut out.")).isVisible();
        assertThat(cleo).hasURL(Pattern.compile(".*/login.*"));
        cleo.locator("#login input[name=username]").fill("Cleo");
        cleo.locator("#login input[name=password]").fill(Team.PASSWORD);
        cleo.locator("#login input[name=password]").press("Enter");
        assertThat(cleo).hasURL(Pattern.compile(".*/login\\?error"));
        users.context().close();
        cleo.context().close();
    }

    @Test
    void theLastAdministratorCannotBeShutOut() {
        Page users = page();
        team.signIn(users, "/users");
        choose(users, "admin");
        users.locator("#user-out").click();
        users.locator("vaadin-confirm-dialog vaadin-button[slot=confirm-button]")
                .click();
        assertThat(users.getByText("This is the last administrator who is in.")).isVisible();
        users.context().close();
    }

    @Test
    void oneSeesWhereOneIsSignedInAndEndsTheOthers() {
        team.add("Dora", Role.SALES);
        Page lost = as("Dora", "/campaigns/spring");
        Page here = as("Dora", "/account");
        assertThat(here.locator(".t-session")).hasCount(2);
        assertThat(here.locator("#sessions")).containsText("this one");
        assertThat(here.locator("#sessions")).containsText("Chrome on Linux");
        here.locator("#end-others").click();
        assertThat(here.locator(".t-session")).hasCount(1);
        assertThat(lost).hasURL(Pattern.compile(".*/login.*"));
        here.reload();
        assertThat(here.locator(".t-session")).hasCount(1);
        lost.context().close();
        here.context().close();
    }

    @Test
    void aNewPasswordSignsOutEverywhereElse() {
        team.add("Emma", Role.SALES);
        Page lost = as("Emma", "/campaigns/spring");
        Page here = as("Emma", "/password");
        here.locator("#password-now input").fill(Team.PASSWORD);
        here.locator("#password-new input").fill("another one, longer");
        here.locator("#password-again input").fill("another one, longer");
        here.locator("#change-password").click();
        assertThat(here.getByText("Your password is changed.")).isVisible();
        assertThat(lost).hasURL(Pattern.compile(".*/login.*"));
        assertThat(here.locator("tundish-user-menu")).containsText("Emma");
        lost.context().close();
        here.context().close();
    }

    @Test
    void aManagerErasesAPersonAndNobodyElseIsOfferedTo() throws Exception {
        team.add("Finn", Role.MANAGER);
        team.add("Gus", Role.MARKETER);
        Page gus = as("Gus", "/campaigns/spring/leads/0");
        assertThat(gus.locator("tundish-journey h1")).hasText("Ann Archer");
        assertThat(gus.locator("#erase")).isHidden();
        Page finn = as("Finn", "/campaigns/spring/leads/0");
        finn.locator("#erase").click();
        finn.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Erase").setExact(true))
                .click();
        assertThat(finn.locator("tundish-journey h1")).containsText("erased-");
        assertThat(gus.locator("tundish-journey h1")).containsText("erased-");
        assertThat(gus.locator("tundish-journey")).not().containsText("Ann");
        assertThat(finn.locator("tundish-journey #erase")).isHidden();
        assertThat(team.call("GET", "/api/v1/campaigns/spring/lead?id=ann-77", "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(team.call("GET", "/api/v1/campaigns/spring/funnel", "").body())
                .contains("\"leads\":2");

        Page log = page();
        team.signIn(log, "/audit");
        log.locator("#audit-text input").fill("Finn");
        assertThat(log.locator("#audit")).containsText("Erased lead 0 of the campaign “spring”.");
        assertThat(log.locator("#audit")).not().containsText("ann-77");
        log.locator("#audit-text input").fill("nobody of that name");
        assertThat(log.locator("#audit")).containsText("Nothing of that kind is written down.");
        log.context().close();
        gus.context().close();
        finn.context().close();
    }

    @Test
    void aViewerIsNeverToldWhoALeadIs() {
        team.add("Hugo", Role.VIEWER);
        team.add("Iris", Role.SALES);
        Page iris = as("Iris", "/campaigns/spring");
        assertThat(iris.locator("tundish-campaign")).containsText("bob-88");
        Page hugo = as("Hugo", "/campaigns/spring");
        assertThat(hugo.locator("tundish-campaign")).containsText("New leads");
        for (String path : new String[] {"/campaigns/spring", "/campaigns/spring/explore", "/"}) {
            hugo.navigate(team.page(path));
            hugo.locator("main").getByText("Spring launch").first().waitFor();
            hugo.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
            String told = (String) hugo.evaluate("""
                    () => {
                        const told = root => root.textContent + [...root.querySelectorAll('*')].map(e =>
                            ['picture', 'beside', 'page', 'look'].map(p => e[p]).join(' ')
                            + (e.shadowRoot ? told(e.shadowRoot) : '')).join(' ');
                        return told(document.querySelector('main'));
                    }""");
            assertThat(told).as(path).contains("Spring launch").doesNotContain("bob-88");
        }
        iris.context().close();
        hugo.context().close();
    }

    /** Every page × every role, as the router and the server see it. */
    @ParameterizedTest
    @EnumSource(Role.class)
    void everyRoleOpensWhatTheTableSays(Role role) {
        String user = "a-" + role.code();
        team.add(user, role);
        Page page = as(user, "/campaigns/spring");
        WhoMay.PAGES.forEach((template, roles) -> {
            if (template.contains("(")) {
                return; // one that is not there looks like one that is not for everybody
            }
            String path = "/" + template.replace(":key", "spring").replace(":number", "1");
            page.navigate(team.page(path));
            page.locator("#content h1").first().waitFor();
            String heading = page.locator("#content h1").first().textContent();
            assertThat(heading.equals(NOT_THERE))
                    .as("%s at %s sees: %s", role, path, heading)
                    .isEqualTo(!roles.contains(role));
        });
        WhoMay.FILES.forEach((template, roles) -> {
            int status = page.request()
                    .get(team.page(template.replace("{key}", "spring")))
                    .status();
            assertThat(status).as("%s at %s", role, template).isEqualTo(roles.contains(role) ? 200 : 403);
        });
        page.context().close();
    }

    @Test
    void whoeverIsNotLoggedInSeesTheLoginAndNothingElse() {
        Page page = page();
        for (String template : WhoMay.PAGES.keySet()) {
            page.navigate(team.page("/"
                    + template.replace(":key", "spring").replace(":number", "1").replaceAll(":id.*", "1")));
            assertThat(page).hasURL(Pattern.compile(".*/login.*"));
        }
        for (String template : WhoMay.FILES.keySet()) {
            assertThat(page.request()
                            .get(team.page(template.replace("{key}", "spring")))
                            .url())
                    .contains("/login");
        }
        assertThat(WhoMay.OPEN_PAGES).isEqualTo(Set.of("login", "welcome"));
        page.context().close();
    }
}
