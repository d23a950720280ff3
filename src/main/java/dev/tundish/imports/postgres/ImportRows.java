package dev.tundish.imports.postgres;

import dev.tundish.imports.FileFacts;
import dev.tundish.imports.FileFacts.Letters;
import dev.tundish.imports.Import;
import dev.tundish.imports.Import.State;
import io.r2dbc.spi.Readable;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Imports as the table holds them. */
final class ImportRows {

    /** The columns of {@link #read}. */
    static final String COLUMNS = """
            id, campaign_id, file, header::text as header, state, mapping::text as mapping, digest, bytes, letters,
            separator, row_count, chunks, rows_done, added, known, refused, file_gone, created_by, created_at,
            started_at, finished_at""";

    private ImportRows() {}

    static Import read(Readable row) {
        String mapping = row.get("mapping", String.class);
        return new Import(
                get(row, "id", Long.class),
                get(row, "campaign_id", Integer.class),
                get(row, "file", String.class),
                MappingJson.names(get(row, "header", String.class)),
                facts(row),
                State.valueOf(get(row, "state", String.class).toUpperCase(Locale.ROOT)),
                mapping == null ? null : MappingJson.read(mapping),
                get(row, "rows_done", Long.class),
                get(row, "added", Long.class),
                get(row, "known", Long.class),
                get(row, "refused", Long.class),
                get(row, "file_gone", Boolean.class),
                get(row, "created_by", String.class),
                get(row, "created_at", Instant.class),
                row.get("started_at", Instant.class),
                row.get("finished_at", Instant.class));
    }

    private static @Nullable FileFacts facts(Readable row) {
        ByteBuffer digest = row.get("digest", ByteBuffer.class);
        if (digest == null) {
            return null;
        }
        return new FileFacts(
                bytes(digest),
                get(row, "bytes", Long.class),
                Letters.valueOf(get(row, "letters", String.class).toUpperCase(Locale.ROOT)),
                get(row, "separator", String.class).charAt(0),
                get(row, "row_count", Long.class),
                get(row, "chunks", Integer.class));
    }

    static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }
}
