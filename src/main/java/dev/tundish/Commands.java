package dev.tundish;

import dev.tundish.campaign.Campaigns;
import dev.tundish.database.Backup;
import dev.tundish.database.DatabaseSettings;
import dev.tundish.database.Restore;
import dev.tundish.journal.Verifier;
import dev.tundish.lifecycle.StartupRefused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** What is done and over, beside a running system or without one. Each returns the exit code. */
final class Commands {

    /** A campaign of ten million events takes some minutes. */
    private static final Duration PATIENCE = Duration.ofHours(2);

    private Commands() {}

    /** {@code backup FILE} and {@code restore FILE}. */
    static int keep(String word, String... arguments) {
        List<String> files =
                Arrays.stream(arguments).filter(text -> !text.startsWith("--")).toList();
        if (files.size() != 1) {
            System.err.println("Name one file: ./tundish " + word + " FILE");
            return 2;
        }
        Path file = Path.of(files.getFirst());
        try (var context = new SpringApplicationBuilder(SettingsAlone.class)
                .web(WebApplicationType.NONE)
                .run(arguments)) {
            var settings = context.getBean(DatabaseSettings.class);
            if ("backup".equals(word)) {
                long rows = new Backup(new CoreConfig().clock()).write(settings, file, version());
                System.out.println("Wrote " + rows + " rows to " + file);
            } else {
                long rows = new Restore().read(settings, file);
                System.out.println("Restored " + rows + " rows from " + file);
            }
            return 0;
        } catch (StartupRefused refused) {
            System.err.println(refused.getMessage());
            return 1;
        }
    }

    /** {@code verify}: every campaign, against its log. 1 when anything differs. */
    static int verify(String... arguments) {
        try (var core = new SpringApplicationBuilder(CoreConfig.class)
                .web(WebApplicationType.NONE)
                .properties("tundish.database.join=true")
                .run(arguments)) {
            var verifier = core.getBean(Verifier.class);
            long differences = 0;
            for (var campaign : Objects.requireNonNull(
                    core.getBean(Campaigns.class).all().collectList().block(PATIENCE))) {
                var found =
                        Objects.requireNonNull(verifier.verify(campaign.id()).block(PATIENCE));
                System.out.println(campaign.key() + ": " + found.events() + " events, " + found.leads() + " leads, "
                        + (found.differenceCount() == 0 ? "no difference" : found.differenceCount() + " differences"));
                found.differences().forEach(difference -> System.out.println("  " + difference));
                differences += found.differenceCount();
            }
            return differences == 0 ? 0 : 1;
        }
    }

    private static String version() {
        var properties = new Properties();
        try (InputStream in = Commands.class.getResourceAsStream("/META-INF/build-info.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException unreadable) {
            throw new StartupRefused("The program's own description cannot be read.", unreadable);
        }
        return properties.getProperty("build.version", "development");
    }

    /** Reads the settings, starts nothing. */
    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(DatabaseSettings.class)
    static class SettingsAlone {}
}
