package dev.tundish.bench;

import dev.tundish.CoreConfig;
import dev.tundish.campaign.Campaigns;
import dev.tundish.database.DatabaseAddress;
import dev.tundish.journal.Journal;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.ConnectionFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.util.FileSystemUtils;

/** The application's core without listeners, in this process, on a database that is there. */
final class Core implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final Path home;

    private Core(ConfigurableApplicationContext context, Path home) {
        this.context = context;
        this.home = home;
    }

    /** @param recorder sees every transaction; null: nobody does */
    static Core on(DatabaseAddress database, @Nullable Recorder recorder) {
        try {
            Path home = Files.createTempDirectory("tundish-bench-core-");
            SpringApplicationBuilder builder = new SpringApplicationBuilder(CoreConfig.class)
                    .web(WebApplicationType.NONE)
                    .properties(
                            "tundish.home=" + home, "tundish.database.url=" + url(database), "logging.level.root=warn");
            if (recorder != null) {
                builder.initializers(context -> ((GenericApplicationContext) context)
                        .getBeanFactory()
                        .addBeanPostProcessor(recording(recorder)));
            }
            return new Core(builder.run(), home);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static BeanPostProcessor recording(Recorder recorder) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof ConnectionPool pool
                        ? new ConnectionPool(
                                ConnectionPoolConfiguration.builder(recorder.watch((ConnectionFactory) pool.unwrap()))
                                        .maxSize(12)
                                        .build())
                        : bean;
            }
        };
    }

    /** The connections as the journal has them, not pooled. */
    ConnectionFactory connections() {
        return (ConnectionFactory) context.getBean(ConnectionPool.class).unwrap();
    }

    Journal journal() {
        return context.getBean(Journal.class);
    }

    Campaigns campaigns() {
        return context.getBean(Campaigns.class);
    }

    private static String url(DatabaseAddress at) {
        return "postgresql://" + at.user() + ":" + URLEncoder.encode(at.password(), StandardCharsets.UTF_8) + "@"
                + at.host() + ":" + at.port() + "/" + at.database();
    }

    @Override
    public void close() {
        context.close();
        try {
            FileSystemUtils.deleteRecursively(home);
        } catch (IOException left) {
            System.err.println(home + " could not be removed: " + left.getMessage());
        }
    }
}
