package dev.tundish.access.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tundish.TestDatabase;
import dev.tundish.access.Audit;
import dev.tundish.access.Member;
import dev.tundish.access.Role;
import dev.tundish.access.Session;
import dev.tundish.access.Team;
import dev.tundish.access.User;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Users, their links and their sessions, and what is written down of them. */
class PeopleIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    private Instant now = Instant.parse("2026-11-25T09:00:00Z");

    @SuppressWarnings("NullAway.Init")
    private PostgresAudit audit;

    @SuppressWarnings("NullAway.Init")
    private PostgresUsers users;

    @SuppressWarnings("NullAway.Init")
    private PostgresTeam team;

    @SuppressWarnings("NullAway.Init")
    private PostgresSessions sessions;

    @BeforeEach
    void begin() {
        database.execute("delete from user_session; delete from user_link; delete from app_user");
        var wiring = new UserConfiguration();
        audit = wiring.audit(database.client(), () -> now);
        users = wiring.users(database.client(), database.pool(), audit, () -> now);
        team = wiring.team(database.client(), database.pool(), audit, () -> now);
        sessions = wiring.sessions(database.client(), database.pool(), audit, () -> now);
        get(users.add(new User("admin", "{noop}first", Role.ADMIN, false)));
    }

    private static <T> T get(Mono<T> answer) {
        return Objects.requireNonNull(answer.block(PATIENCE));
    }

    private static <T> @Nullable T maybe(Mono<T> answer) {
        return answer.block(PATIENCE);
    }

    private Member member(String name) {
        return get(team.all().filter(one -> one.name().equals(name)).next());
    }

    private Team.Link invited(String name, Role role) {
        return get(team.invite(name, role, "admin"));
    }

    private void isIn(String name, Role role) {
        get(team.choose(invited(name, role).secret(), "{noop}chosen"));
    }

    @Test
    void theInvitedChooseAPasswordOnce() {
        Team.Link link = invited("Ana", Role.SALES);
        assertThat(member("Ana").state()).isEqualTo(User.State.INVITED);
        assertThat(member("Ana").linkUntil()).isEqualTo(now.plus(Duration.ofDays(7)));
        assertThat(get(team.opened(link.secret())).user()).isEqualTo("Ana");
        assertThat(get(team.choose(link.secret(), "{noop}mine"))).isEqualTo("Ana");
        User ana = get(users.find("Ana"));
        assertThat(ana.state()).isEqualTo(User.State.ACTIVE);
        assertThat(ana.role()).isEqualTo(Role.SALES);
        assertThat(ana.passwordHash()).isEqualTo("{noop}mine");
        assertThat(maybe(team.opened(link.secret()))).isNull();
        assertThat(maybe(team.choose(link.secret(), "{noop}again"))).isNull();
        assertThat(get(users.find("Ana")).passwordHash()).isEqualTo("{noop}mine");
    }

    @Test
    void aLinkIsGoodForSevenDaysAndAResetForOne() {
        Team.Link invitation = invited("Ana", Role.SALES);
        Team.Link reset = get(team.link("admin", "admin"));
        assertThat(reset.purpose()).isEqualTo(Team.Purpose.RESET);
        now = now.plus(Duration.ofHours(24));
        assertThat(maybe(team.choose(reset.secret(), "{noop}late"))).isNull();
        assertThat(maybe(team.opened(invitation.secret()))).isNotNull();
        now = now.plus(Duration.ofDays(6));
        assertThat(maybe(team.choose(invitation.secret(), "{noop}late"))).isNull();
        assertThat(get(users.find("admin")).passwordHash()).isEqualTo("{noop}first");
    }

    @Test
    void aNewLinkTakesThePlaceOfTheOneBefore() {
        Team.Link first = invited("Ana", Role.SALES);
        Team.Link second = get(team.link("Ana", "admin"));
        assertThat(second.purpose()).isEqualTo(Team.Purpose.INVITATION);
        assertThat(maybe(team.opened(first.secret()))).isNull();
        assertThat(maybe(team.opened(second.secret()))).isNotNull();
    }

    @Test
    void onlyTheHashOfALinkIsKept() {
        Team.Link link = invited("Ana", Role.SALES);
        assertThat(database.client()
                        .sql("select count(*) from user_link l where l::text like '%' || $1 || '%'")
                        .bind("$1", link.secret())
                        .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                        .one()
                        .block(PATIENCE))
                .isZero();
        assertThat(link.toString()).doesNotContain(link.secret());
    }

    @Test
    void aNameIsGivenOnceInWhateverCapitals() {
        isIn("Ana", Role.SALES);
        assertThat(maybe(team.invite("ana", Role.ADMIN, "admin"))).isNull();
        assertThat(maybe(team.invite("Ana", Role.ADMIN, "admin"))).isNull();
        assertThat(member("Ana").role()).isEqualTo(Role.SALES);
    }

    @Test
    void theLastAdministratorStays() {
        assertThat(get(team.changeRole("admin", Role.VIEWER, "admin"))).isEqualTo(Team.Done.LAST_ADMIN);
        assertThat(get(team.deactivate("admin", "admin"))).isEqualTo(Team.Done.LAST_ADMIN);
        invited("Ben", Role.ADMIN);
        assertThat(get(team.deactivate("admin", "admin")))
                .as("somebody who has not come yet cannot let anybody in")
                .isEqualTo(Team.Done.LAST_ADMIN);
        assertThat(member("admin").role()).isEqualTo(Role.ADMIN);
        assertThat(get(team.changeRole("nobody", Role.VIEWER, "admin"))).isEqualTo(Team.Done.NOT_THERE);
    }

    @Test
    void ofTwoAdministratorsWhoShutOutOneAnotherOneStays() {
        isIn("Ben", Role.ADMIN);
        List<Team.Done> done = get(Flux.merge(team.deactivate("admin", "Ben"), team.deactivate("Ben", "admin"))
                .collectList());
        assertThat(done).containsExactlyInAnyOrder(Team.Done.DONE, Team.Done.LAST_ADMIN);
    }

    @Test
    void whoeverIsShutOutHasNoSessionNoPasswordAndNoLink() {
        isIn("Ana", Role.SALES);
        String secret = get(sessions.open("Ana", "10.0.0.1", "Firefox")).secret();
        Team.Link reset = get(team.link("Ana", "admin"));
        assertThat(get(team.deactivate("Ana", "admin"))).isEqualTo(Team.Done.DONE);
        assertThat(maybe(sessions.find(secret))).isNull();
        assertThat(maybe(team.choose(reset.secret(), "{noop}x"))).isNull();
        assertThat(get(users.find("Ana")).passwordHash()).isEmpty();
        Team.Link back = get(team.link("Ana", "admin"));
        assertThat(back.purpose()).isEqualTo(Team.Purpose.INVITATION);
        get(team.choose(back.secret(), "{noop}back"));
        assertThat(member("Ana").state()).isEqualTo(User.State.ACTIVE);
    }

    @Test
    void aNewPasswordEndsAllSessionsButTheOneInWhichItWasChosen() {
        isIn("Ana", Role.SALES);
        var mine = get(sessions.open("Ana", "10.0.0.1", "Firefox"));
        var other = get(sessions.open("Ana", "10.0.0.2", "Chrome"));
        get(users.changePassword("Ana", "{noop}new", false, mine.session().id()));
        assertThat(maybe(sessions.find(other.secret()))).isNull();
        assertThat(maybe(sessions.find(mine.secret()))).isNotNull();
        get(team.choose(get(team.link("Ana", "admin")).secret(), "{noop}reset"));
        assertThat(maybe(sessions.find(mine.secret()))).isNull();
    }

    @Test
    void aSessionEndsByItselfWhenItIsNotUsed() {
        isIn("Ana", Role.SALES);
        String secret = get(sessions.open("Ana", "10.0.0.1", "Firefox")).secret();
        now = now.plus(Duration.ofDays(13));
        assertThat(maybe(sessions.find(secret))).isNotNull();
        now = now.plus(Duration.ofDays(13));
        assertThat(maybe(sessions.find(secret))).as("used meanwhile").isNotNull();
        now = now.plus(Duration.ofDays(14));
        assertThat(maybe(sessions.find(secret))).isNull();
    }

    @Test
    void aUserEndsTheirOwnSessionsAndNobodyElses() {
        isIn("Ana", Role.SALES);
        Session mine = get(sessions.open("Ana", "10.0.0.1", "Firefox")).session();
        Session other = get(sessions.open("Ana", "10.0.0.2", "Chrome")).session();
        Session admins = get(sessions.open("admin", "10.0.0.3", "Chrome")).session();
        assertThat(get(sessions.end("Ana", admins.id()))).isFalse();
        assertThat(get(sessions.endAll("Ana", mine.id()))).isEqualTo(1);
        assertThat(get(sessions.standing(List.of(mine.id(), other.id(), admins.id()))))
                .containsOnlyKeys(mine.id(), admins.id());
        assertThat(get(sessions.of("Ana").collectList()))
                .extracting(Session::browser)
                .containsExactly("Firefox");
    }

    @Test
    void anotherRoleIsAnotherTurnAndIsToldAtOnce() {
        isIn("Ana", Role.SALES);
        Session session = get(sessions.open("Ana", "10.0.0.1", "Firefox")).session();
        int before = Objects.requireNonNull(
                get(sessions.standing(List.of(session.id()))).get(session.id()));
        var heard = sessions.news().next().toFuture();
        assertThat(get(team.changeRole("Ana", Role.VIEWER, "admin"))).isEqualTo(Team.Done.DONE);
        assertThat(heard).succeedsWithin(PATIENCE);
        assertThat(get(sessions.standing(List.of(session.id())))).containsEntry(session.id(), before + 1);
    }

    @Test
    void everythingIsWrittenDownWithWhoDidIt() {
        Instant from = now;
        isIn("Ana", Role.SALES);
        get(sessions.open("Ana", "10.0.0.1", "Firefox on Linux"));
        get(team.changeRole("Ana", Role.MARKETER, "admin"));
        get(team.deactivate("Ana", "admin"));
        assertThat(entries(new Audit.Question("ana", null, from, now.plusSeconds(1))))
                .extracting(Audit.Entry::who, Audit.Entry::what)
                .startsWith(
                        org.assertj.core.groups.Tuple.tuple("admin", "Deactivated Ana."),
                        org.assertj.core.groups.Tuple.tuple("admin", "Changed Ana from sales to marketer."),
                        org.assertj.core.groups.Tuple.tuple("Ana", "Signed in from 10.0.0.1, Firefox on Linux."),
                        org.assertj.core.groups.Tuple.tuple("Ana", "Chose a password by the link that was sent."),
                        org.assertj.core.groups.Tuple.tuple("admin", "Invited Ana as sales."));
    }

    @Test
    void whatIsWrittenDownStands() {
        get(audit.record("ana", Audit.Kind.KEYS, "Made a key.").thenReturn(true));
        for (String sql :
                List.of("update audit_entry set who = 'nobody'", "delete from audit_entry", "truncate audit_entry")) {
            assertThatThrownBy(() -> database.execute(sql)).rootCause().hasMessageContaining("stands");
        }
    }

    @Test
    void entriesAreFoundByTextKindAndTimePageByPage() {
        now = Instant.parse("2027-01-01T00:00:00Z");
        for (int n = 0; n < 5; n++) {
            get(audit.record("100%_sure", Audit.Kind.IMPORTS, "File " + n + ".\0")
                    .thenReturn(true));
            now = now.plusSeconds(60);
        }
        get(audit.record("100 others", Audit.Kind.EXPORTS, "Fetched.").thenReturn(true));
        Instant from = Instant.parse("2027-01-01T00:00:00Z");
        var sure = new Audit.Question(" 100%_SURE ", null, from, null);
        assertThat(get(audit.count(sure))).isEqualTo(5);
        assertThat(get(audit.find(sure, 1, 2).collectList()))
                .extracting(entry -> entry.what().substring(0, 6))
                .containsExactly("File 3", "File 2");
        assertThat(get(audit.count(new Audit.Question("", Audit.Kind.EXPORTS, from, null))))
                .isEqualTo(1);
        assertThat(get(audit.count(new Audit.Question("", null, from, from.plusSeconds(120)))))
                .isEqualTo(2);
    }

    private List<Audit.Entry> entries(Audit.Question question) {
        return get(audit.find(question, 0, 100).collectList());
    }
}
