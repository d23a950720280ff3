package dev.tundish.dashboard.imports;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import dev.tundish.dashboard.Waiting;
import dev.tundish.imports.Chunk;
import dev.tundish.imports.CsvFile;
import dev.tundish.imports.CsvTrouble;
import dev.tundish.imports.Imports;
import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a file as the browser sends it, piece by piece, on the thread of that request. */
class ReceiveFile implements UploadHandler {

    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(ReceiveFile.class);
    private static final int NAME = 200;

    private final transient Imports imports;
    private final int campaign;
    private final String by;
    private final long most;
    private final SerializableConsumer<Long> received;
    private final SerializableConsumer<String> refused;

    ReceiveFile(
            Imports imports,
            int campaign,
            String by,
            long most,
            SerializableConsumer<Long> received,
            SerializableConsumer<String> refused) {
        this.imports = imports;
        this.campaign = campaign;
        this.by = by;
        this.most = most;
        this.received = received;
        this.refused = refused;
    }

    @Override
    public void handleUploadRequest(UploadEvent event) throws IOException {
        UI ui = event.getUI();
        try (InputStream in = event.getInputStream()) {
            try {
                long id = receive(in, name(event.getFileName()));
                ui.access(() -> received.accept(id));
            } catch (CsvTrouble trouble) {
                drain(in);
                refuse(event, ui, trouble.sentence());
            } catch (RuntimeException away) {
                LOG.warn("A file could not be kept", away);
                refuse(event, ui, "The file could not be kept just now. Try again in a moment.");
            }
        }
    }

    private void refuse(UploadEvent event, UI ui, String sentence) {
        event.reject(sentence);
        ui.access(() -> refused.accept(sentence));
    }

    private long receive(InputStream in, String name) throws IOException {
        CsvFile file = CsvFile.open(in, most);
        long id = Waiting.on(imports.begin(campaign, name, file.header(), by)).orElseThrow();
        try {
            for (Chunk chunk = file.next(); chunk != null; chunk = file.next()) {
                Waiting.on(imports.keep(id, chunk));
            }
            Waiting.on(imports.received(id, file.facts()));
            return id;
        } catch (RuntimeException broken) {
            imports.delete(id).subscribe(_ -> {}, failed -> LOG.warn("Half a file is left for the tidying", failed));
            throw broken;
        }
    }

    /** What is refused is read to its end all the same: else the browser hears of a broken connection, not of the reason. */
    private void drain(InputStream in) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long left = most;
        while (left > 0) {
            int read = in.read(buffer);
            if (read < 0) {
                return;
            }
            left -= read;
        }
    }

    /** A name that can be shown; it may come with a folder, or with anything. */
    private static String name(String sent) {
        String name = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        StringBuilder plain = new StringBuilder();
        name.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? ' ' : c)
                .limit(NAME)
                .forEach(plain::appendCodePoint);
        return plain.toString().isBlank() ? "file.csv" : plain.toString();
    }
}
