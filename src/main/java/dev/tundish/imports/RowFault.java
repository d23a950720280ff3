package dev.tundish.imports;

import dev.tundish.journal.RejectCode;

/** A row cannot become events; caught where the row is judged. The sentence names the column, never what is in it. */
final class RowFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final RejectCode code;

    private RowFault(RejectCode code, String sentence) {
        super(sentence, null, false, false);
        this.code = code;
    }

    static RowFault missing(String sentence) {
        return new RowFault(RejectCode.MISSING_FIELD, sentence);
    }

    static RowFault invalid(String sentence) {
        return new RowFault(RejectCode.INVALID_FIELD, sentence);
    }

    static RowFault malformed(String sentence) {
        return new RowFault(RejectCode.MALFORMED, sentence);
    }

    RejectCode code() {
        return code;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
