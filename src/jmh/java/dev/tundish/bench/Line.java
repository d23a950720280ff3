package dev.tundish.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One keep-alive HTTP connection, as little of it as measuring needs: a client that shares the cores with what it measures
 * should cost next to nothing.
 */
final class Line implements AutoCloseable {

    private static final Pattern ACCEPTED = Pattern.compile("\"accepted\"\\s*:\\s*(\\d+)");

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final String head;

    /** What came back. */
    record Answer(int status, String body) {

        Answer expectSuccess() throws IOException {
            if (status / 100 != 2) {
                throw new IOException("answered " + status + ": " + body);
            }
            return this;
        }

        /** How many events were acknowledged. */
        long accepted() throws IOException {
            Matcher accepted = ACCEPTED.matcher(expectSuccess().body);
            if (!accepted.find()) {
                throw new IOException("counts nothing: " + body);
            }
            return Long.parseLong(accepted.group(1));
        }
    }

    Line(int port, String key) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(120_000);
        in = new BufferedInputStream(socket.getInputStream(), 16_384);
        out = new BufferedOutputStream(socket.getOutputStream(), 65_536);
        head = " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nAuthorization: Bearer " + key + "\r\n";
    }

    Answer get(String path) throws IOException {
        write("GET " + path + head + "\r\n");
        out.flush();
        return answer();
    }

    Answer put(String path, String body) throws IOException {
        return send("PUT", path, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    Answer post(byte[] json) throws IOException {
        return send("POST", "/api/v1/events", "application/json", json);
    }

    private Answer send(String method, String path, String type, byte[] body) throws IOException {
        write(method + " " + path + head + "Content-Type: " + type + "\r\nContent-Length: " + body.length + "\r\n\r\n");
        out.write(body);
        out.flush();
        return answer();
    }

    /** Begins a stream of NDJSON, to be followed by chunks and {@link #endStream}. */
    void beginStream() throws IOException {
        write("POST /api/v1/events" + head
                + "Content-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n");
    }

    void chunk(byte[] bytes) throws IOException {
        write(Integer.toHexString(bytes.length) + "\r\n");
        out.write(bytes);
        write("\r\n");
        out.flush();
    }

    Answer endStream() throws IOException {
        write("0\r\n\r\n");
        out.flush();
        return answer();
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private Answer answer() throws IOException {
        int status = Integer.parseInt(header().split(" ")[1]);
        int length = 0;
        boolean chunked = false;
        for (String line = header(); !line.isEmpty(); line = header()) {
            if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(line.substring(15).strip());
            } else if (line.regionMatches(true, 0, "transfer-encoding: chunked", 0, 26)) {
                chunked = true;
            }
        }
        byte[] body = chunked ? chunks() : exactly(length);
        return new Answer(status, new String(body, StandardCharsets.UTF_8));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int length = Integer.parseInt(header(), 16); length > 0; length = Integer.parseInt(header(), 16)) {
            all.write(exactly(length));
            header();
        }
        header();
        return all.toByteArray();
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the answer was cut off");
        }
        return bytes;
    }

    private String header() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the connection was closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
