package dev.tundish.dashboard.campaigns;

import dev.tundish.campaign.Campaign;
import dev.tundish.campaign.Campaigns;
import dev.tundish.campaign.Definition;
import dev.tundish.dashboard.FakeRooms;
import dev.tundish.funnel.Flow;
import dev.tundish.funnel.FlowTrial;
import dev.tundish.funnel.Rules;
import dev.tundish.journal.FlowTrials;
import dev.tundish.journal.Rebuilds;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rooms below the form: campaigns in memory that are kept and refused as the real ones are. */
@Import(FakeRooms.class)
class FormRooms {

    @Bean
    @Primary
    Kept kept() {
        return new Kept();
    }

    @Bean
    Trials trials() {
        return new Trials();
    }

    @Bean
    Running running() {
        return new Running();
    }

    /** Campaigns in memory. */
    static final class Kept implements Campaigns {

        final Map<String, Campaign> all = new LinkedHashMap<>();
        /** Of every campaign. */
        long events;

        @Nullable
        Boolean rebuilt;

        String by = "";

        Campaign put(String key, Definition definition) {
            Campaign before = all.get(key);
            Campaign now = new Campaign(
                    before == null ? all.size() + 1 : before.id(),
                    key,
                    definition,
                    before == null ? 1 : before.revision() + 1,
                    Instant.EPOCH,
                    Instant.EPOCH);
            all.put(key, now);
            return now;
        }

        @Override
        public Mono<Integer> idOf(String key) {
            return find(key).map(Campaign::id);
        }

        @Override
        public Mono<Campaign> find(String key) {
            return Mono.justOrEmpty(all.get(key));
        }

        @Override
        public Mono<Campaign> find(int id) {
            return Flux.fromIterable(all.values())
                    .filter(each -> each.id() == id)
                    .next();
        }

        @Override
        public Flux<Campaign> all() {
            return Flux.fromIterable(List.copyOf(all.values()));
        }

        @Override
        public Mono<Rules> rules(int id, int flowVersion) {
            return Mono.empty();
        }

        @Override
        public Mono<Saved> save(
                String key, Definition definition, @Nullable Integer ifMatch, boolean rebuild, String by) {
            this.by = by;
            rebuilt = rebuild;
            Campaign is = all.get(key);
            if (is == null) {
                return Mono.just(new Saved.Created(put(key, definition)));
            }
            if (ifMatch != null && ifMatch != is.revision()) {
                return Mono.just(new Saved.Outdated(is.revision()));
            }
            if (definition.predecessor() != null && !all.containsKey(definition.predecessor())) {
                return Mono.just(new Saved.Refused("predecessor", "there is no campaign with this key"));
            }
            if (events > 0 && !definition.countsLike(is.definition())) {
                return Mono.just(rebuild ? new Saved.Rebuilding(7, is) : new Saved.NeedsRebuild(events));
            }
            return Mono.just(new Saved.Changed(put(key, definition)));
        }
    }

    /** Says of every change that three leads stood at what is gone. */
    static final class Trials implements FlowTrials {

        long events;

        @Override
        public Mono<Long> events(int campaign) {
            return Mono.just(events);
        }

        @Override
        public Mono<FlowTrial> of(int campaign, Flow before, Flow after) {
            return Mono.just(new FlowTrial(before, after, events, List.of(new FlowTrial.Group(0b11, 0b1, 3))));
        }
    }

    /** A rebuild that is as far as the test says. */
    static final class Running implements Rebuilds {

        volatile String state = "folding";
        volatile long started;

        @Override
        public Mono<Long> start(int campaign) {
            return Mono.just(7L);
        }

        @Override
        public void run(long rebuild) {
            started = rebuild;
        }

        @Override
        public Mono<Progress> find(long rebuild) {
            return Mono.just(new Progress(
                    rebuild,
                    1,
                    state,
                    30,
                    100,
                    state.equals("failed") ? "The log could not be folded." : null,
                    Instant.EPOCH,
                    null));
        }

        @Override
        public Mono<Progress> underWay(int campaign) {
            return Mono.empty();
        }
    }
}
