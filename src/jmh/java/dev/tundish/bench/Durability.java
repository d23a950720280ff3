package dev.tundish.bench;

import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A figure of a database that may forget is worth nothing: the settings are read as a writing session has them. */
final class Durability {

    private static final List<String> SETTINGS = List.of("fsync", "synchronous_commit", "full_page_writes");

    private Durability() {}

    /** Prints them, and refuses to measure when one is off. Read over the application's own connection settings. */
    static void check(App app, Figures figures) {
        List<String> read = new ArrayList<>();
        try (Core core = Core.on(app.database(), null)) {
            for (String setting : SETTINGS) {
                String value = String.valueOf(Flux.usingWhen(
                                core.connections().create(),
                                connection -> Flux.from(connection
                                                .createStatement("show " + setting)
                                                .execute())
                                        .concatMap(result -> result.map(row -> String.valueOf(row.get(0)))),
                                connection -> Mono.from(connection.close()))
                        .blockLast());
                read.add(setting + " = " + value);
                if (!value.equals("on")) {
                    throw new IllegalStateException(setting + " is " + value + ": nothing is measured like this.");
                }
            }
        }
        figures.text("Read from a session of the application's kind: " + String.join(", ", read));
    }
}
