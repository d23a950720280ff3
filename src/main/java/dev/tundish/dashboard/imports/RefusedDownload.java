package dev.tundish.dashboard.imports;

import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import dev.tundish.dashboard.Waiting;
import dev.tundish.imports.Import;
import dev.tundish.imports.Imports;
import dev.tundish.imports.RefusedCsv;
import dev.tundish.imports.RefusedRow;
import java.io.IOException;
import java.util.Optional;

/** Hands out the refused rows as a CSV, as they come from the database. */
class RefusedDownload implements DownloadHandler {

    private static final long serialVersionUID = 1;

    private final transient Imports imports;
    private final transient Import job;

    RefusedDownload(Imports imports, Import job) {
        this.imports = imports;
        this.job = job;
    }

    @Override
    public void handleDownloadRequest(DownloadEvent event) throws IOException {
        event.setFileName("refused-" + job.file().replaceAll("(?i)\\.csv$", "") + ".csv");
        event.setContentType("text/csv; charset=utf-8");
        try (RefusedCsv csv = new RefusedCsv(event.getOutputStream(), job.header())) {
            // one piece after the other, no faster than the browser takes them
            Optional<RefusedRow.Part> part = Waiting.on(imports.refused(job.id(), 0));
            while (part.isPresent()) {
                part.get().rows().forEach(csv::write);
                part = Waiting.on(imports.refused(job.id(), part.get().chunk() + 1));
            }
        }
    }
}
