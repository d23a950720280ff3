package dev.tundish.bench;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Statement;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Keeps what each connection of a factory does, so that the same can be done again without whoever did it. */
final class Recorder {

    /** A statement with its parameters, by their number. */
    record Done(String sql, List<Object> parameters) {}

    /** What one connection did: before its first transaction, and in each one that was committed. Used by one thread at a time. */
    static final class Track {
        final List<Done> prelude = new ArrayList<>();
        final List<List<Done>> transactions = new ArrayList<>();
        private @Nullable List<Done> open;

        private synchronized void done(Done done) {
            if (open != null) {
                open.add(done);
            } else if (transactions.isEmpty()) {
                prelude.add(done);
            }
        }

        private synchronized void begin() {
            open = new ArrayList<>();
        }

        private synchronized void commit() {
            if (open != null) {
                transactions.add(open);
            }
            open = null;
        }

        private synchronized void rollback() {
            open = null;
        }
    }

    private final List<Track> tracks = new CopyOnWriteArrayList<>();

    /** The connections that have written: those that inserted something in a transaction. */
    List<Track> writers() {
        return tracks.stream()
                .filter(track -> track.transactions.stream()
                        .anyMatch(
                                done -> done.stream().anyMatch(one -> one.sql().contains("insert into event "))))
                .toList();
    }

    ConnectionFactory watch(ConnectionFactory factory) {
        return proxy(
                ConnectionFactory.class,
                (method, arguments) -> method.getName().equals("create")
                        ? Mono.from(factory.create()).map(this::watch)
                        : call(factory, method, arguments));
    }

    private Connection watch(Connection connection) {
        Track track = new Track();
        tracks.add(track);
        return proxy(Connection.class, (method, arguments) -> {
            switch (method.getName()) {
                case "createStatement" -> {
                    return watch(track, String.valueOf(arguments[0]), connection);
                }
                case "beginTransaction" -> track.begin();
                case "commitTransaction" -> track.commit();
                case "rollbackTransaction" -> track.rollback();
                default -> {
                    return call(connection, method, arguments);
                }
            }
            return call(connection, method, arguments);
        });
    }

    private static Statement watch(Track track, String sql, Connection connection) {
        Statement statement = connection.createStatement(sql);
        TreeMap<Integer, Object> parameters = new TreeMap<>();
        Statement[] self = new Statement[1];
        self[0] = proxy(Statement.class, (method, arguments) -> {
            if (method.getName().equals("bind") && arguments[0] instanceof Integer number) {
                parameters.put(number, arguments[1]);
            } else if (method.getName().equals("execute")) {
                track.done(new Done(sql, List.copyOf(parameters.values())));
            }
            Object result = call(statement, method, arguments);
            return result == statement ? self[0] : result;
        });
        return self[0];
    }

    private interface Handler {
        @Nullable
        Object handle(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Handler handler) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (_, method, arguments) -> handler.handle(method, arguments == null ? new Object[0] : arguments)));
    }

    private static @Nullable Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause() == null ? failed : failed.getCause();
        }
    }
}
