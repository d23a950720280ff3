package dev.tundish.dashboard;

import dev.tundish.access.ApiKey;
import dev.tundish.access.FirstStart;
import dev.tundish.access.KeptUsers;
import dev.tundish.access.Keys;
import dev.tundish.access.PublicUse;
import dev.tundish.access.Scope;
import dev.tundish.access.Users;
import dev.tundish.campaign.Campaign;
import dev.tundish.campaign.Campaigns;
import dev.tundish.campaign.Definition;
import dev.tundish.funnel.Flow;
import dev.tundish.funnel.FunnelQuestion;
import dev.tundish.funnel.FunnelReport;
import dev.tundish.funnel.Rules;
import dev.tundish.incoming.Incoming;
import dev.tundish.incoming.Replayer;
import dev.tundish.incoming.Replays;
import dev.tundish.journal.Erasures;
import dev.tundish.live.CampaignPicture;
import dev.tundish.live.Live;
import dev.tundish.live.Overview;
import dev.tundish.report.Versioned;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * The rooms below the pages, with one campaign, in memory. No component by itself: the application that other tests start
 * looks for its own in this package.
 */
@ComponentScan(
        basePackages = "dev.tundish.dashboard",
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(
                        type = org.springframework.context.annotation.FilterType.REGEX,
                        pattern = {
                            ".*\\.(CampaignPages|OverviewPages|ExplorePages|LeadsPages|JourneyPages|ErasePerson|Besides|Yardsticks)",
                            ".*\\.dashboard\\.Instance"
                        }))
public class FakeRooms {

    static final Campaign SPRING = new Campaign(
            1,
            "spring",
            new Definition(
                    "Spring <b>launch</b>",
                    null,
                    Flow.SELF_SERVE,
                    ZoneOffset.UTC,
                    null,
                    null,
                    null,
                    null,
                    Map.of(),
                    null,
                    null,
                    Duration.ofDays(14),
                    List.of()),
            1,
            Instant.EPOCH,
            Instant.EPOCH);

    @Bean
    InstantSource clock() {
        return InstantSource.fixed(Instant.parse("2026-11-23T13:03:07Z"));
    }

    @Bean
    PasswordEncoder passwords() {
        return new BCryptPasswordEncoder(4);
    }

    @Bean
    Users users() {
        return new KeptUsers();
    }

    @Bean
    FirstStart firstStart(Users users, PasswordEncoder passwords) {
        return new FirstStart(users, passwords, Path.of("target", "no-home"));
    }

    @Bean
    FakeLive live() {
        return new FakeLive();
    }

    @Bean
    CubeReports reports() {
        return new CubeReports(SPRING.definition().rules());
    }

    @Bean
    KeptLog log() {
        return new KeptLog(SPRING.definition().rules());
    }

    @Bean
    KeptChanges changes() {
        return new KeptChanges();
    }

    @Bean
    FakeKeys keys() {
        return new FakeKeys();
    }

    @Bean
    KeptAudit audit() {
        return new KeptAudit();
    }

    @Bean
    Erasures erasures() {
        return (_, _) -> Mono.just(new Erasures.Result.Erased("erased-1"));
    }

    @Bean
    FakeImports imports() {
        return new FakeImports();
    }

    @Bean
    FakeIncoming incoming() {
        return new FakeIncoming();
    }

    @Bean
    Replays replays(Incoming incoming, ObjectProvider<Replayer> replayers) {
        return new Replays(incoming, replayers);
    }

    @Bean
    Campaigns campaigns() {
        return new Campaigns() {
            @Override
            public Mono<Integer> idOf(String key) {
                return find(key).map(Campaign::id);
            }

            @Override
            public Mono<Campaign> find(String key) {
                return "spring".equals(key) ? Mono.just(SPRING) : Mono.empty();
            }

            @Override
            public Mono<Campaign> find(int id) {
                return id == 1 ? Mono.just(SPRING) : Mono.empty();
            }

            @Override
            public Flux<Campaign> all() {
                return Flux.just(SPRING);
            }

            @Override
            public Mono<Rules> rules(int id, int flowVersion) {
                return Mono.empty();
            }

            @Override
            public Mono<Saved> save(
                    String key, Definition definition, @Nullable Integer ifMatch, boolean rebuild, String by) {
                return Mono.error(new UnsupportedOperationException());
            }
        };
    }

    /** Shows what it is told to show, and remembers what it was asked. */
    static final class FakeLive implements Live {

        final List<View> asked = new CopyOnWriteArrayList<>();
        final Sinks.Many<CampaignPicture> pictures = Sinks.many().replay().latest();
        final Sinks.Many<Overview> glances = Sinks.many().replay().latest();

        @Override
        public Flux<Versioned<FunnelReport>> funnel(int campaign, String name, LongFunction<FunnelQuestion> question) {
            return Flux.never();
        }

        @Override
        public Flux<CampaignPicture> campaign(int campaign, View view) {
            asked.add(view);
            return pictures.asFlux();
        }

        @Override
        public <T> Flux<Kept<T>> kept(int campaign, Duration pace, Function<Instant, Mono<T>> question) {
            Instant now = Instant.parse("2026-11-23T13:03:07Z");
            return question.apply(now).map(value -> new Kept<>(now, value)).flux();
        }

        @Override
        public Flux<Overview> overview() {
            return glances.asFlux();
        }
    }

    /** Keys in memory. */
    static final class FakeKeys implements Keys {

        final List<ApiKey> kept = new ArrayList<>();

        @Override
        public Mono<ApiKey> authenticate(String secret) {
            return Mono.empty();
        }

        @Override
        public Mono<Made> make(
                String name, Set<Scope> scopes, @Nullable Set<String> campaigns, @Nullable Set<String> types) {
            ApiKey key = new ApiKey(UUID.randomUUID(), name, "tnd_ab", scopes, campaigns, types, Instant.EPOCH);
            kept.add(key);
            return Mono.just(new Made(key, "tnd_abcdef"));
        }

        @Override
        public Mono<Made> makePublic(String name, Set<String> campaigns, PublicUse use) {
            ApiKey key = new ApiKey(
                    UUID.randomUUID(),
                    name,
                    "tnd_ab",
                    Set.of(Scope.INGEST),
                    campaigns,
                    Set.of(PublicUse.TYPE),
                    Instant.EPOCH,
                    use);
            kept.add(key);
            return Mono.just(new Made(key, "tnd_abcdef"));
        }

        @Override
        public Mono<Set<String>> origins() {
            return Mono.just(Set.of());
        }

        @Override
        public Flux<ApiKey> all() {
            return Flux.fromIterable(List.copyOf(kept));
        }

        @Override
        public Mono<Boolean> revoke(UUID id) {
            return Mono.just(kept.removeIf(key -> id.equals(key.id())));
        }

        @Override
        public Mono<Void> revoked(ApiKey key) {
            return Mono.never();
        }
    }
}
