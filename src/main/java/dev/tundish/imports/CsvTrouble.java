package dev.tundish.imports;

/** A file cannot be read as it is. The message is for the person who brought it: what is wrong, and what to do. */
public final class CsvTrouble extends RuntimeException {

    private static final long serialVersionUID = 1;

    public CsvTrouble(String sentence) {
        super(sentence, null, false, false);
    }

    /** The sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
