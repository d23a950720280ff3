package dev.tundish.grammar;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/** How JSON from outside is read: by RFC 8259 exactly, in UTF-8, of bounded depth. */
public final class StrictJson {

    public static final int DEPTH = 100;
    private static final int AS_LONG_AS_THE_BODY = 4 << 20;

    private static final JsonFactory STRICT = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH)
                    .maxNameLength(AS_LONG_AS_THE_BODY)
                    .maxNumberLength(AS_LONG_AS_THE_BODY)
                    .maxStringLength(AS_LONG_AS_THE_BODY)
                    .build())
            .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .build();

    private StrictJson() {}

    /**
     * Reads bytes of UTF-8, with or without a byte order mark.
     *
     * @throws StreamReadException when they are no UTF-8
     */
    public static JsonParser parser(byte[] utf8, int from, int length) {
        boolean mark = length >= 3
                && utf8[from] == (byte) 0xEF
                && utf8[from + 1] == (byte) 0xBB
                && utf8[from + 2] == (byte) 0xBF;
        int skipped = mark ? 3 : 0;
        try {
            CharBuffer text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(utf8, from + skipped, length - skipped));
            return STRICT.createParser(ObjectReadContext.empty(), text.array(), text.arrayOffset(), text.length());
        } catch (CharacterCodingException notUtf8) {
            throw new StreamReadException((JsonParser) null, "not UTF-8", notUtf8);
        }
    }

    /** Reads text. */
    public static JsonParser parser(String text) {
        return STRICT.createParser(ObjectReadContext.empty(), text);
    }
}
