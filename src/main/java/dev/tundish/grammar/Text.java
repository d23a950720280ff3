package dev.tundish.grammar;

/** Rules for text from outside, in code points; white space is Unicode's White_Space, which is not {@code strip()}'s. */
public final class Text {

    private Text() {}

    /** How many code points it has. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Whether every surrogate has its other half, so that the text can be written as UTF-8. */
    public static boolean isWellFormed(String text) {
        for (int n = 0; n < text.length(); n++) {
            char c = text.charAt(n);
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && n + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(n + 1));
                if (!pair) {
                    return false;
                }
                n++;
            }
        }
        return true;
    }

    /** Whether it holds a control character (category Cc). */
    public static boolean hasControls(String text) {
        return text.chars().anyMatch(Text::isControl);
    }

    /** Whether it holds a control character other than line breaks and tabs. */
    public static boolean hasControlsButBreaks(String text) {
        return text.chars().anyMatch(c -> isControl(c) && c != '\n' && c != '\r' && c != '\t');
    }

    /** Whether people can read it in a line of at most so many characters; blank, it is none. */
    public static boolean isLine(String text, int most) {
        return isLines(text, most) && !hasControls(text);
    }

    /** The same of text that may have line breaks and tabs. */
    public static boolean isLines(String text, int most) {
        return isWellFormed(text) && !hasControlsButBreaks(text) && !isBlank(text) && length(text) <= most;
    }

    private static boolean isControl(int c) {
        return c < 0x20 || c >= 0x7F && c <= 0x9F;
    }

    /** Whether there is nothing but white space. */
    public static boolean isBlank(String text) {
        return text.chars().allMatch(Text::isWhiteSpace);
    }

    /** Without the white space at both ends. */
    public static String trim(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isWhiteSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isWhiteSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** Unicode's property White_Space; all of it lies below U+10000. */
    public static boolean isWhiteSpace(int c) {
        return c >= 0x09 && c <= 0x0D
                || c == 0x20
                || c == 0x85
                || c == 0xA0
                || c == 0x1680
                || c >= 0x2000 && c <= 0x200A
                || c == 0x2028
                || c == 0x2029
                || c == 0x202F
                || c == 0x205F
                || c == 0x3000;
    }
}
