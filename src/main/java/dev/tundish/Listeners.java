package dev.tundish;

import dev.tundish.lifecycle.StartupRefused;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Where this node listens, and for what. */
record Listeners(Set<Role> roles, String address, int apiPort, int uiPort) {

    /** The settings {@code tundish.roles}, {@code api.port}, {@code ui.port} and the address to bind to. */
    static Listeners of(Environment environment) {
        var binder = Binder.get(environment);
        Set<Role> roles =
                binder.bind("tundish.roles", Bindable.setOf(Role.class)).orElse(Set.of());
        if (roles.isEmpty()) {
            throw new StartupRefused("--tundish.roles names nothing to do. Use api, ui, or api,ui.");
        }
        return new Listeners(
                roles,
                environment.getProperty("server.address", "0.0.0.0"),
                port(binder, "api.port"),
                port(binder, "ui.port"));
    }

    /** Refuses ports that are taken or the same, before anything else is started. */
    void check() {
        if (roles.size() == 2 && apiPort == uiPort && apiPort != 0) {
            throw new StartupRefused("--api.port and --ui.port are both " + apiPort + ". Give them different numbers.");
        }
        if (roles.contains(Role.API)) {
            refuseTaken("--api.port", apiPort);
        }
        if (roles.contains(Role.UI)) {
            refuseTaken("--ui.port", uiPort);
        }
    }

    private void refuseTaken(String setting, int port) {
        var at = new InetSocketAddress(address, port);
        if (at.isUnresolved()) {
            throw new StartupRefused("The address to listen on, " + address
                    + ", is unknown. Set --tundish.bind to an address of this machine.");
        }
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(at);
        } catch (IOException taken) {
            throw new StartupRefused(
                    "Port " + port + " on " + address + " is in use or not allowed. Stop what listens there, or choose"
                            + " another with " + setting + "=" + (port < 65_000 ? port + 10 : port - 10) + ".",
                    taken);
        }
    }

    private static int port(Binder binder, String name) {
        int port = binder.bind(name, Integer.class).orElse(0);
        if (port < 0 || port > 65_535) {
            throw new StartupRefused("--" + name + "=" + port + " is not a port. Use a number from 1 to 65535.");
        }
        return port;
    }
}
