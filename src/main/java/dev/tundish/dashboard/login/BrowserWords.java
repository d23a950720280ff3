package dev.tundish.dashboard.login;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which browser it is, in words by which its owner knows it again. What a browser says of itself is kept no further. */
final class BrowserWords {

    /** The first that fits: most say that they are Safari too. */
    private static final Map<String, String> BROWSERS = ordered(
            "Edg",
            "Edge",
            "OPR/",
            "Opera",
            "Firefox/",
            "Firefox",
            "Chrom",
            "Chrome",
            "CriOS",
            "Chrome",
            "FxiOS",
            "Firefox",
            "Safari/",
            "Safari");

    private static final Map<String, String> SYSTEMS = ordered(
            "iPhone",
            "iPhone",
            "iPad",
            "iPad",
            "Android",
            "Android",
            "Windows",
            "Windows",
            "Mac OS",
            "Mac",
            "CrOS",
            "Chromebook",
            "Linux",
            "Linux");

    private BrowserWords() {}

    static String of(@Nullable String agent) {
        String said = agent == null ? "" : agent;
        String browser = find(BROWSERS, said);
        String system = find(SYSTEMS, said);
        if (browser == null) {
            return system == null ? "another program" : "another program on " + system;
        }
        return system == null ? browser : browser + " on " + system;
    }

    private static @Nullable String find(Map<String, String> words, String said) {
        return words.entrySet().stream()
                .filter(word -> said.contains(word.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int n = 0; n < pairs.length; n += 2) {
            map.put(pairs[n], pairs[n + 1]);
        }
        return map;
    }
}
