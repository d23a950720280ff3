package dev.tundish;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * What the rooms may do, as rules over the packages under a base: the application's own, or one with deliberate faults
 * that shows each rule to be alive.
 */
final class ArchitectureRules {

    /** Whom a room may know. Arrows point one way; what is not here is not allowed. */
    private static final Map<String, List<String>> ARROWS = Map.ofEntries(
            entry("funnel", List.of()),
            entry("lifecycle", List.of()),
            entry("grammar", List.of()),
            entry("database", List.of("lifecycle")),
            entry("campaign", List.of("funnel", "grammar", "database", "lifecycle")),
            entry("journal", List.of("campaign", "funnel", "database", "lifecycle")),
            entry("intake", List.of("journal", "campaign", "funnel", "grammar", "lifecycle")),
            entry("imports", List.of("intake", "journal", "campaign", "funnel", "grammar", "database", "lifecycle")),
            entry(
                    "incoming",
                    List.of("intake", "journal", "campaign", "access", "funnel", "grammar", "database", "lifecycle")),
            entry(
                    "tracking",
                    List.of(
                            "incoming",
                            "intake",
                            "journal",
                            "campaign",
                            "access",
                            "funnel",
                            "grammar",
                            "database",
                            "lifecycle")),
            entry("report", List.of("campaign", "funnel", "database", "lifecycle")),
            entry("feedback", List.of("campaign", "report", "funnel", "database", "lifecycle")),
            entry("access", List.of("funnel", "database", "lifecycle")),
            entry("live", List.of("report", "journal", "campaign", "funnel", "database", "lifecycle")),
            entry("demo", List.of("funnel", "access", "campaign", "database", "lifecycle")),
            entry("api", below()),
            entry("dashboard", below()));

    private static final Set<String> BLOCKING =
            Set.of("block", "blockOptional", "blockFirst", "blockLast", "toIterable", "toStream");
    private static final Set<String> CLOCKS = Set.of("now", "currentTimeMillis", "system", "systemUTC");

    private ArchitectureRules() {}

    private static List<String> below() {
        return List.of(
                "live",
                "report",
                "feedback",
                "imports",
                "tracking",
                "incoming",
                "intake",
                "campaign",
                "journal",
                "access",
                "funnel",
                "grammar",
                "database",
                "lifecycle");
    }

    /** All rules, by name. */
    static Map<String, ArchRule> over(String base) {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("arrows", arrows(base));
        rules.put(
                "funnelIsPure",
                classes()
                        .that()
                        .resideInAPackage(base + ".funnel..")
                        .should()
                        .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", base + ".funnel..")));
        rules.put("vaadin", only(base, "com.vaadin..", "dashboard"));
        rules.put("caffeine", only(base, "com.github.benmanes.caffeine..", "report", "access"));
        rules.put(
                "r2dbc",
                noClasses()
                        .that(resideInAnyPackage(base + "..")
                                .and(resideOutsideOfPackage(base + ".database.."))
                                .and(resideOutsideOfPackage(base + ".*.postgres..")))
                        .should()
                        .dependOnClassesThat(resideInAnyPackage("io.r2dbc..", "org.springframework.r2dbc..")));
        rules.put(
                "webflux",
                noClasses()
                        .that(resideInAnyPackage(base + "..").and(resideOutsideOfPackage(base + ".api..")))
                        .should()
                        .dependOnClassesThat(resideInAnyPackage("org.springframework.web.reactive..")
                                .and(resideOutsideOfPackage("org.springframework.web.reactive.function.client.."))));
        rules.put(
                "webclient",
                noClasses()
                        .that(resideInAnyPackage(base + "..").and(resideOutsideOfPackage(base + ".demo..")))
                        .should()
                        .dependOnClassesThat(resideInAnyPackage("org.springframework.web.reactive.function.client..")
                                .and(describe(
                                        "the client itself",
                                        type -> type.getSimpleName().equals("WebClient")))));
        rules.put(
                "nothingBlocks",
                noClasses()
                        .that(describe(
                                "neither database nor start-up nor command",
                                type -> !type.getPackageName().startsWith(base + ".database")
                                        && !Set.of("Commands", "FirstStart").contains(outer(type))))
                        .should(call("reactor.core.publisher.", BLOCKING)));
        rules.put(
                "oneClock",
                noClasses()
                        .that(describe(
                                "not the clock's bean", type -> !outer(type).equals("CoreConfig")))
                        .should(call("java.", CLOCKS)));
        rules.put("nullMarked", classes().should(liveInNullMarkedPackages()));
        rules.put(
                "adaptersAreHidden",
                noClasses()
                        .that()
                        .resideInAPackage(base + ".*.postgres..")
                        .should()
                        .bePublic());
        rules.replaceAll((name, rule) -> rule.allowEmptyShould(true));
        return rules;
    }

    private static ArchRule arrows(String base) {
        CompositeArchRule all = null;
        for (var room : ARROWS.entrySet()) {
            String[] allowed = Stream.concat(Stream.of(room.getKey()), room.getValue().stream())
                    .map(name -> base + "." + name + "..")
                    .toArray(String[]::new);
            ArchRule rule = classes()
                    .that()
                    .resideInAPackage(base + "." + room.getKey() + "..")
                    .should()
                    .onlyDependOnClassesThat(resideOutsideOfPackage(base + "..").or(resideInAnyPackage(allowed)))
                    .allowEmptyShould(true);
            all = all == null ? CompositeArchRule.of(rule) : all.and(rule);
        }
        return java.util.Objects.requireNonNull(all);
    }

    private static ArchRule only(String base, String library, String... rooms) {
        String[] there =
                Arrays.stream(rooms).map(room -> base + "." + room + "..").toArray(String[]::new);
        return noClasses()
                .that(resideInAnyPackage(base + "..").and(resideOutsideOfPackages(there)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }

    private static ArchCondition<JavaClass> call(String owner, Set<String> methods) {
        return new ArchCondition<>("call one of " + methods + " of " + owner) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                    if (access.getTargetOwner().getName().startsWith(owner) && methods.contains(access.getName())) {
                        events.add(SimpleConditionEvent.satisfied(type, access.getDescription()));
                    }
                }
            }
        };
    }

    private static ArchCondition<JavaClass> liveInNullMarkedPackages() {
        return new ArchCondition<>("live in packages with @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                    events.add(SimpleConditionEvent.violated(
                            type, type.getName() + " is in a package without @NullMarked"));
                }
            }
        };
    }

    private static String outer(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureRules::outer).orElse(type.getSimpleName());
    }
}
