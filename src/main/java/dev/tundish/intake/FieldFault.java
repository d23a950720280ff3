package dev.tundish.intake;

import dev.tundish.journal.RejectCode;

/** A field of an event breaks its rule; caught where the event is judged. */
final class FieldFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final RejectCode code;
    private final String detail;

    private FieldFault(RejectCode code, String detail) {
        super(detail, null, false, false);
        this.code = code;
        this.detail = detail;
    }

    static FieldFault missing(String field, String sentence) {
        return new FieldFault(RejectCode.MISSING_FIELD, "\"" + field + "\" " + sentence);
    }

    static FieldFault invalid(String field, String sentence) {
        return new FieldFault(RejectCode.INVALID_FIELD, "\"" + field + "\" " + sentence);
    }

    static FieldFault of(RejectCode code, String detail) {
        return new FieldFault(code, detail);
    }

    RejectCode code() {
        return code;
    }

    String detail() {
        return detail;
    }
}
