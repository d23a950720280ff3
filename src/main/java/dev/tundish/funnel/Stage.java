package dev.tundish.funnel;

/**
 * One step of a flow.
 *
 * @param key {@code [a-z0-9_]{1,64}}, unique in its flow
 * @param label what people read, 1 to 64 characters
 * @param shortLabel the label for walls, at most 12 characters
 */
public record Stage(String key, String label, String shortLabel) {

    /** Code points that a short label may have. */
    public static final int SHORT = 12;

    /** A stage whose short label is its label, cut. */
    public static Stage of(String key, String label) {
        return new Stage(key, label, cut(label));
    }

    private static String cut(String label) {
        return label.codePointCount(0, label.length()) <= SHORT
                ? label
                : label.substring(0, label.offsetByCodePoints(0, SHORT)).strip();
    }
}
