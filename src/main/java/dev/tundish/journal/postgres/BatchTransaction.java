package dev.tundish.journal.postgres;

import static dev.tundish.journal.postgres.Session.get;

import dev.tundish.campaign.Campaigns;
import dev.tundish.funnel.LeadEvent;
import dev.tundish.journal.FlowCheck;
import dev.tundish.journal.Outcome;
import dev.tundish.journal.Outcome.Rejected;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One try at writing one batch, in one transaction. Used once. */
final class BatchTransaction {

    /**
     * What a committed batch did.
     *
     * @param away entries of campaigns that somebody else is writing to; nothing was done to them
     * @param versions the new version of each campaign that changed
     */
    record Written(Verdicts verdicts, List<Slot> away, Map<Integer, Long> versions) {}

    private final Session session;
    private final Campaigns campaigns;
    private final KnownAttributes known;
    private final ErasedNames erased;
    private final Instant now;
    private List<Slot> slots;

    private final Map<Integer, CampaignFold> folds = new HashMap<>();
    private final Verdicts verdicts = new Verdicts();
    private final List<Slot> away = new ArrayList<>();

    /** What was inserted and stays, in order. */
    private final List<Slot> accepted = new ArrayList<>();

    BatchTransaction(
            Session session,
            Campaigns campaigns,
            KnownAttributes known,
            ErasedNames erased,
            Instant now,
            List<Slot> slots) {
        this.session = session;
        this.campaigns = campaigns;
        this.known = known;
        this.erased = erased;
        this.now = now;
        this.slots = slots;
    }

    Mono<Written> run() {
        Mono<Void> work = lock().then(Mono.defer(this::redirect))
                .then(Mono.defer(this::insert))
                .flatMap(this::fold)
                .then(Mono.defer(this::write))
                .then(Mono.defer(this::writeCards))
                .then(Mono.defer(this::trim));
        return session.transaction(session.begin(), work).then(Mono.fromSupplier(this::written));
    }

    private Written written() {
        Map<Integer, Long> versions = new HashMap<>();
        for (CampaignFold fold : changed()) {
            versions.put(fold.head().campaign(), fold.version());
            known.add(fold.head().campaign(), fold.freshAttributes());
        }
        return new Written(verdicts, away, versions);
    }

    private Mono<Void> lock() {
        Integer[] wanted = slots.stream().map(Slot::campaign).distinct().toArray(Integer[]::new);
        return session.rows(BatchSql.LOCK, Head::read, (Object) wanted)
                .concatMap(head -> campaigns
                        .rules(head.campaign(), head.flowVersion())
                        .doOnNext(rules -> folds.put(head.campaign(), new CampaignFold(head, rules))))
                .then();
    }

    /** What is sent of people who were erased goes to the leads that stand in their place. */
    private Mono<Void> redirect() {
        Set<Key> leads = new LinkedHashSet<>();
        for (Slot slot : slots) {
            CampaignFold fold = folds.get(slot.campaign());
            if (fold != null && fold.head().erased() > 0) {
                leads.add(slot.lead());
            }
        }
        return leads.isEmpty()
                ? Mono.empty()
                : erased.find(session, leads)
                        .doOnNext(names -> slots = slots.stream()
                                .map(slot -> {
                                    String name = names.get(slot.lead());
                                    return name == null ? slot : slot.erased(name);
                                })
                                .toList())
                        .then();
    }

    /** Inserts, and judges all but what was inserted; returns that, in order, with those who share its id. */
    private Mono<Map<Slot, SameId>> insert() {
        Map<Key, SameId> byId = new LinkedHashMap<>();
        for (Slot slot : slots) {
            CampaignFold fold = folds.get(slot.campaign());
            if (fold == null) {
                away.add(slot);
            } else {
                byId.computeIfAbsent(slot.id(), _ -> new SameId())
                        .add(
                                slot,
                                FlowCheck.refusal(
                                        fold.rules().flow(), slot.entry().event()));
            }
        }
        List<SameId> groups = List.copyOf(byId.values());
        if (groups.isEmpty()) {
            return Mono.just(Map.of());
        }
        List<Slot> rows = groups.stream()
                .map(group -> Objects.requireNonNullElse(group.candidate(), group.first()))
                .toList();
        Columns<Slot> columns = new Columns<>(rows);
        record Missing(int n, byte @Nullable [] content) {}
        return session.rows(
                        BatchSql.INSERT,
                        row -> new Missing(get(row.get(0, Integer.class)), row.get(1, byte[].class)),
                        columns.ints(Slot::campaign),
                        columns.texts(slot -> slot.entry().event().id()),
                        columns.texts(slot -> slot.entry().lead()),
                        columns.longs(slot -> slot.entry().event().at()),
                        columns.texts(slot -> slot.entry().event().what().type()),
                        columns.texts(Slot::detail),
                        columns.bytes(slot -> slot.entry().content()),
                        columns.longs(slot -> get(folds.get(slot.campaign())).version()),
                        groups.stream().map(group -> group.candidate() != null).toArray(Boolean[]::new),
                        now)
                .collectMap(Missing::n)
                .map(missing -> {
                    Map<Slot, SameId> inserted = new LinkedHashMap<>();
                    for (int n = 0; n < rows.size(); n++) {
                        SameId group = groups.get(n);
                        Missing row = missing.get(n + 1);
                        group.settle(row == null ? null : row.content(), verdicts);
                        if (row == null) {
                            inserted.put(rows.get(n), group);
                        }
                    }
                    return inserted;
                });
    }

    private Mono<Void> fold(Map<Slot, SameId> inserted) {
        if (inserted.isEmpty()) {
            return Mono.empty();
        }
        return readJourneys(inserted.keySet())
                .then(Mono.defer(() -> readAttributes(inserted.keySet())))
                .then(Mono.defer(() -> remove(take(inserted))))
                .then(Mono.defer(this::refold));
    }

    private Mono<Void> readJourneys(Set<Slot> inserted) {
        Set<Key> leads = new LinkedHashSet<>();
        inserted.forEach(slot -> leads.add(slot.lead()));
        Columns<Key> columns = new Columns<>(leads);
        return session.rows(
                        BatchSql.JOURNEYS,
                        row -> {
                            get(folds.get(get(row.get(0, Integer.class))))
                                    .hold(
                                            get(row.get(1, String.class)),
                                            new CampaignFold.Stored(
                                                    get(row.get(2, Integer.class)), get(row.get(3, byte[].class))));
                            return true;
                        },
                        columns.ints(Key::campaign),
                        columns.ints(
                                lead -> get(folds.get(lead.campaign())).head().epoch()),
                        columns.texts(Key::name))
                .then();
    }

    /** Attributes are never taken away, so what is remembered holds; the table is asked only about new ones. */
    private Mono<Void> readAttributes(Set<Slot> inserted) {
        Set<Integer> asked = new LinkedHashSet<>();
        for (Slot slot : inserted) {
            if (!known.of(slot.campaign())
                    .containsAll(slot.entry().event().attributes().keySet())) {
                asked.add(slot.campaign());
            }
        }
        folds.forEach((campaign, fold) -> fold.holdAttributes(known.of(campaign)));
        if (asked.isEmpty()) {
            return Mono.empty();
        }
        return session.rows(
                        BatchSql.ATTRIBUTES,
                        row -> new Key(get(row.get(0, Integer.class)), get(row.get(1, String.class))),
                        (Object) asked.toArray(Integer[]::new))
                .doOnNext(key -> {
                    get(folds.get(key.campaign())).holdAttributes(Set.of(key.name()));
                    known.add(key.campaign(), Set.of(key.name()));
                })
                .then();
    }

    /** Takes the inserted entries into their leads; returns those that are to be taken out of the log again. */
    private List<Slot> take(Map<Slot, SameId> inserted) {
        List<Slot> out = new ArrayList<>();
        inserted.forEach((slot, group) -> {
            Rejected refusal = get(folds.get(slot.campaign())).take(slot);
            Outcome outcome = refusal == null ? Outcome.ACCEPTED : refusal;
            (refusal == null ? accepted : out).add(slot);
            verdicts.put(slot, outcome);
            group.follow(outcome, verdicts);
        });
        return out;
    }

    private Mono<Void> remove(List<Slot> out) {
        Columns<Slot> columns = new Columns<>(out);
        return out.isEmpty()
                ? Mono.empty()
                : session.run(
                                BatchSql.REMOVE,
                                columns.ints(Slot::campaign),
                                columns.texts(slot -> slot.entry().event().id()))
                        .then();
    }

    private Mono<Void> refold() {
        List<Key> incomplete = new ArrayList<>();
        for (CampaignFold fold : changed()) {
            for (LeadFold lead : fold.leads()) {
                if (lead.incomplete) {
                    incomplete.add(new Key(fold.head().campaign(), lead.lead));
                }
            }
        }
        if (incomplete.isEmpty()) {
            return Mono.empty();
        }
        Columns<Key> columns = new Columns<>(incomplete);
        record Logged(Key lead, LeadEvent event) {}
        return session.rows(
                        BatchSql.LEAD_LOG,
                        row -> new Logged(
                                new Key(get(row.get(0, Integer.class)), get(row.get(1, String.class))),
                                EventDetail.read(
                                                get(row.get(2, String.class)),
                                                get(row.get(3, Long.class)),
                                                get(row.get(4, String.class)),
                                                row.get(5, String.class))
                                        .event()),
                        columns.ints(Key::campaign),
                        columns.texts(Key::name))
                .collectMultimap(Logged::lead, Logged::event)
                .doOnNext(logs -> logs.forEach((key, events) -> {
                    CampaignFold fold = get(folds.get(key.campaign()));
                    get(fold.lead(key.name())).refold(fold.rules(), events);
                }))
                .then();
    }

    private Collection<CampaignFold> changed() {
        return folds.values().stream().filter(CampaignFold::changed).toList();
    }

    private Mono<Void> write() {
        Collection<CampaignFold> changed = changed();
        return changed.isEmpty()
                ? Mono.empty()
                : session.run(BatchSql.WRITE, BatchRows.of(changed)).then();
    }

    private Mono<Void> writeCards() {
        List<Slot> withCards =
                accepted.stream().filter(slot -> slot.entry().card() != null).toList();
        if (withCards.isEmpty()) {
            return Mono.empty();
        }
        Set<Key> leads = new LinkedHashSet<>();
        withCards.forEach(slot -> leads.add(slot.lead()));
        Columns<Key> columns = new Columns<>(leads);
        Map<Key, CardFields> cards = new LinkedHashMap<>();
        return session.rows(
                        BatchSql.CARDS,
                        row -> cards.put(
                                        new Key(get(row.get(0, Integer.class)), get(row.get(1, String.class))),
                                        CardFields.read(get(row.get(2, String.class))))
                                == null,
                        columns.ints(Key::campaign),
                        columns.texts(Key::name))
                .then(Mono.defer(() -> {
                    for (Slot slot : withCards) {
                        cards.computeIfAbsent(slot.lead(), _ -> new CardFields())
                                .take(get(slot.entry().card()), slot.entry().event());
                    }
                    return session.run(
                            BatchSql.WRITE_CARDS,
                            columns.ints(Key::campaign),
                            columns.texts(Key::name),
                            columns.texts(lead -> get(cards.get(lead)).write()));
                }))
                .then();
    }

    /** Now and then the oldest changes go; who knows an older version loads anew. */
    private Mono<Void> trim() {
        return Flux.fromIterable(changed())
                .filter(fold -> fold.version() % Trimming.EVERY == 0 && fold.version() > Trimming.KEPT)
                .concatMap(fold -> {
                    int campaign = fold.head().campaign();
                    long gone = fold.version() - Trimming.KEPT;
                    return session.run(BatchSql.TRIM, campaign, gone)
                            .then(session.run(BatchSql.TRIMMED, campaign, gone));
                })
                .then();
    }
}
