package dev.tundish.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A port for the embedded server. Taken from below the range from which the system takes the ports of outgoing
 * connections, so that nobody takes it in the second in which the server is started again.
 */
final class FreePort {

    private static final int FIRST = 15_432;
    private static final int COUNT = 4_000;

    private FreePort() {}

    static int onLoopback() throws IOException {
        for (int attempt = 0; attempt < 100; attempt++) {
            int port = FIRST + ThreadLocalRandom.current().nextInt(COUNT);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IOException("no free port from " + FIRST + " to " + (FIRST + COUNT));
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
