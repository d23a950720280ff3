package dev.tundish.report.postgres;

import dev.tundish.funnel.Cube;
import java.nio.ByteBuffer;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A position in a list of leads as text. It names no lead, and lead numbers never change: it holds under writes. */
final class Cursor {

    private Cursor() {}

    static @Nullable String write(Cube.@Nullable Position position) {
        if (position == null) {
            return null;
        }
        byte[] bytes = ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                .putLong(position.first())
                .putInt(position.lead())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** @throws IllegalArgumentException when the text is no cursor */
    static Cube.@Nullable Position read(@Nullable String text) {
        if (text == null) {
            return null;
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("cursor: take it from the member next of the page before", e);
        }
        if (bytes.length != Long.BYTES + Integer.BYTES) {
            throw new IllegalArgumentException("cursor: take it from the member next of the page before");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new Cube.Position(buffer.getLong(), buffer.getInt());
    }
}
