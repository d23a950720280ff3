package dev.tundish.incoming;

/**
 * How much was heard.
 *
 * @param unsigned turned away because the signature was missing or wrong
 */
public record Heard(long accepted, long duplicates, long refused, long unsigned) {

    public static final Heard NOTHING = new Heard(0, 0, 0, 0);

    /** One that was turned away for its signature. */
    public static final Heard UNSIGNED = new Heard(0, 0, 0, 1);

    public static Heard of(long accepted, long duplicates, long refused) {
        return new Heard(accepted, duplicates, refused, 0);
    }

    public Heard plus(Heard more) {
        return new Heard(
                accepted + more.accepted,
                duplicates + more.duplicates,
                refused + more.refused,
                unsigned + more.unsigned);
    }

    public long all() {
        return accepted + duplicates + refused + unsigned;
    }
}
