package dev.tundish.journal;

/** What became of one event. */
public sealed interface Outcome {

    /** Committed to disk and counted. */
    record Accepted() implements Outcome {}

    /** Known already, with the same content: changes nothing. */
    record Duplicate() implements Outcome {}

    /** Refused; the others of its batch are not. */
    record Rejected(RejectCode code, String detail) implements Outcome {}

    Outcome ACCEPTED = new Accepted();
    Outcome DUPLICATE = new Duplicate();
}
