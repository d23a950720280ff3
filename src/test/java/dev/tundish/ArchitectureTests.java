package dev.tundish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

/** The rooms hold to what was decided; and each rule is seen to fail over code that breaks it on purpose. */
final class ArchitectureTests {

    private static final String BASE = "dev.tundish";
    private static final String WRONG = "dev.tundish.wrong";
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(BASE);
    private static final JavaClasses FAULTY = new ClassFileImporter().importPackages(WRONG);
    private static final Pattern MARKUP =
            Pattern.compile("innerHTML|outerHTML|insertAdjacentHTML|unsafeHTML|unsafeSVG|document\\.write");

    /** The fault that each rule must find. */
    private static final Map<String, String> FAULTS = Map.ofEntries(
            Map.entry("arrows", "report.KnowsThePages"),
            Map.entry("funnelIsPure", "funnel.KnowsReactor"),
            Map.entry("vaadin", "report.KnowsThePages"),
            Map.entry("caffeine", "live.Caches"),
            Map.entry("r2dbc", "report.AsksTheDatabase"),
            Map.entry("webflux", "live.SpeaksHttp"),
            Map.entry("webclient", "live.SpeaksHttp"),
            Map.entry("nothingBlocks", "live.Blocks"),
            Map.entry("oneClock", "live.HasAClock"),
            Map.entry("nullMarked", "unmarked.Unmarked"),
            Map.entry("adaptersAreHidden", "report.postgres.PublicAdapter"));

    static Stream<String> rules() {
        return ArchitectureRules.over(BASE).keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleHolds(String name) {
        rule(BASE, name).check(OURS);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleFindsItsFault(String name) {
        var found = rule(WRONG, name).evaluate(FAULTY);
        assertThat(found.getFailureReport().getDetails())
                .as(name)
                .anyMatch(detail -> detail.contains(WRONG + "." + FAULTS.get(name)));
    }

    @Test
    void roomsDoNotReachIntoEachOther() {
        ApplicationModules.of(BASE, new ImportOption.DoNotIncludeTests()).verify();
    }

    @Test
    void reachingIntoAnotherRoomIsFound() {
        assertThatThrownBy(
                        () -> ApplicationModules.of(WRONG, everything -> true).verify())
                .isInstanceOf(Violations.class)
                .hasMessageContaining("PublicAdapter");
    }

    @Test
    void thePagesNeverTurnTextIntoMarkup() throws IOException {
        assertThat(markupIn(Path.of("frontend"))).isEmpty();
    }

    @Test
    void textTurnedIntoMarkupIsFound(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("wrong.ts"), "element.innerHTML = name;\n");
        assertThat(markupIn(folder)).singleElement().asString().contains("wrong.ts");
    }

    private static ArchRule rule(String base, String name) {
        return Objects.requireNonNull(ArchitectureRules.over(base).get(name));
    }

    private static List<Path> markupIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(ts|js|mjs)$"))
                    .filter(file -> !file.startsWith(Path.of("frontend/generated")))
                    .filter(ArchitectureTests::hasMarkup)
                    .toList();
        }
    }

    private static boolean hasMarkup(Path file) {
        try {
            return MARKUP.matcher(Files.readString(file)).find();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
