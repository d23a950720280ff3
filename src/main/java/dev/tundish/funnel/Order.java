package dev.tundish.funnel;

/** The order of a lead's events: by {@code (at, id)}, ids by their UTF-8 bytes (contract, 3). Allocates nothing. */
final class Order {

    private Order() {}

    static int compare(long at, String id, long otherAt, String otherId) {
        int byTime = Long.compare(at, otherAt);
        return byTime != 0 ? byTime : compare(id, otherId);
    }

    /**
     * By UTF-8 bytes, which is by code points. {@link String#compareTo} differs: it puts characters above U+FFFF, whose
     * halves lie at U+D800 to U+DFFF, before U+E000 to U+FFFF.
     */
    static int compare(String a, String b) {
        int common = Math.min(a.length(), b.length());
        for (int i = 0; i < common; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                return rank(x) - rank(y);
            }
        }
        return a.length() - b.length();
    }

    /** Moves the halves of characters above U+FFFF behind everything else. */
    private static int rank(char c) {
        if (c < Character.MIN_SURROGATE) {
            return c;
        }
        return Character.isSurrogate(c) ? c + 0x2000 : c - 0x800;
    }
}
