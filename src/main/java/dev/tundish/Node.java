package dev.tundish;

import dev.tundish.api.ApiConfig;
import dev.tundish.dashboard.UiConfig;
import dev.tundish.database.HomeFolder;
import dev.tundish.lifecycle.Shutdown;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** A running Tundish: the core, and over it the listeners that its roles ask for. */
public final class Node implements AutoCloseable {

    private final ConfigurableApplicationContext core;
    private final Listeners listeners;
    private @Nullable ConfigurableApplicationContext api;
    private @Nullable ConfigurableApplicationContext ui;

    private Node(ConfigurableApplicationContext core) {
        this.core = core;
        this.listeners = Listeners.of(core.getEnvironment());
    }

    /** Starts one; when that fails, nothing of it is left. */
    public static Node start(String... arguments) {
        var core = new SpringApplicationBuilder(CoreConfig.class)
                .web(WebApplicationType.NONE)
                .initializers(context -> Listeners.of(context.getEnvironment()).check())
                .run(arguments);
        var node = new Node(core);
        try {
            node.listen(arguments);
            return node;
        } catch (RuntimeException failed) {
            node.close();
            throw failed;
        }
    }

    private void listen(String... arguments) {
        if (listeners.roles().contains(Role.API)) {
            api = child(ApiConfig.class, WebApplicationType.REACTIVE, "api", arguments);
        }
        if (listeners.roles().contains(Role.UI)) {
            ui = child(UiConfig.class, WebApplicationType.SERVLET, "ui", arguments);
        }
    }

    private ConfigurableApplicationContext child(
            Class<?> configuration, WebApplicationType type, String name, String... arguments) {
        return new SpringApplicationBuilder(configuration)
                .parent(core)
                .web(type)
                .properties("spring.config.name=application," + name)
                .run(arguments);
    }

    /** The port of the API, once started; 0 without that role. */
    public int apiPort() {
        return port(api);
    }

    /** The port of the dashboards, once started; 0 without that role. */
    public int uiPort() {
        return port(ui);
    }

    /** The core, to reach its beans. */
    public ConfigurableApplicationContext core() {
        return core;
    }

    /** For the console: that it is ready, and where. */
    String readyLine() {
        String host = "0.0.0.0".equals(listeners.address()) ? "localhost" : listeners.address();
        var line = new StringJoiner(", ", "Tundish is ready: ", "");
        if (ui != null) {
            line.add("dashboards http://" + host + ":" + uiPort());
        }
        if (api != null) {
            line.add("API http://" + host + ":" + apiPort());
        }
        var firstPassword = core.getBean(HomeFolder.class).file("first-start.txt");
        if (Files.exists(firstPassword)) {
            line.add("the first password of the user admin is in " + firstPassword);
        }
        return line.toString();
    }

    /** Streams are ended, running requests are answered, the listeners stop side by side, then the core. */
    @Override
    public void close() {
        if (core.isActive()) {
            core.getBean(Shutdown.class).begin();
        }
        List<Thread> closing = new ArrayList<>();
        for (var child : new ConfigurableApplicationContext[] {api, ui}) {
            if (child != null) {
                closing.add(Thread.ofVirtual().start(child::close));
            }
        }
        try {
            for (Thread thread : closing) {
                thread.join();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        core.close();
    }

    private static int port(@Nullable ConfigurableApplicationContext context) {
        return context instanceof WebServerApplicationContext web && web.getWebServer() != null
                ? web.getWebServer().getPort()
                : 0;
    }
}
