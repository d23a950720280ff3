package dev.tundish.report.postgres;

import dev.tundish.funnel.Cube;
import dev.tundish.funnel.LeadsQuestion;
import java.nio.ByteBuffer;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A position in an order of leads as text. It names no lead, and lead numbers never change: it holds under writes. */
final class Cursor {

    private static final int LENGTH = Long.BYTES + Integer.BYTES + 1;
    private static final String NONE =
            "cursor: take it from the member next of the page before, asked for in the same order";

    private Cursor() {}

    static @Nullable String write(Cube.@Nullable Position position, LeadsQuestion.Sort sort) {
        if (position == null) {
            return null;
        }
        byte[] bytes = ByteBuffer.allocate(LENGTH)
                .putLong(position.key())
                .putInt(position.lead())
                .put(order(sort))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** @throws IllegalArgumentException when the text is no cursor of this order */
    static Cube.@Nullable Position read(@Nullable String text, LeadsQuestion.Sort sort) {
        if (text == null) {
            return null;
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(NONE, e);
        }
        if (bytes.length != LENGTH || bytes[LENGTH - 1] != order(sort)) {
            throw new IllegalArgumentException(NONE);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new Cube.Position(buffer.getLong(), buffer.getInt());
    }

    private static byte order(LeadsQuestion.Sort sort) {
        return (byte) (sort.by().ordinal() * 2 + (sort.descending() ? 1 : 0));
    }
}
