package dev.tundish.imports.postgres;

import dev.tundish.imports.Chunk;
import dev.tundish.imports.Row;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A piece of a file as the table holds it: {@code [[row's number, cell, ...], ...]} in UTF-8. */
final class ChunkJson {

    private static final JsonFactory JSON = new JsonFactory();

    private ChunkJson() {}

    static byte[] write(Chunk chunk) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartArray();
            for (Row row : chunk.rows()) {
                json.writeStartArray();
                json.writeNumber(row.number());
                row.cells().forEach(json::writeString);
                json.writeEndArray();
            }
            json.writeEndArray();
        }
        return bytes.toByteArray();
    }

    static Chunk read(int number, byte[] content) {
        List<Row> rows = new ArrayList<>();
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), content)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.START_ARRAY) {
                json.nextToken();
                long row = json.getLongValue();
                List<String> cells = new ArrayList<>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    cells.add(json.getString());
                }
                rows.add(new Row(row, cells));
            }
        }
        return new Chunk(number, rows);
    }
}
