package dev.tundish.incoming;

import dev.tundish.grammar.Loose;
import dev.tundish.grammar.Names;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The marks that marketing puts into links ({@code utm_source} and its like), as the traits that they are. */
final class Utm {

    private Utm() {}

    /** The trait that a field of this name is, or null. */
    static @Nullable String attribute(String path) {
        String name = path.substring(path.lastIndexOf('.') + 1)
                .toLowerCase(Locale.ROOT)
                .replace('-', '_');
        return switch (name) {
            case "utm_source" -> "source";
            case "utm_medium" -> "medium";
            default -> name.startsWith("utm_") && Names.isSlug(Loose.slug(name)) ? Loose.slug(name) : null;
        };
    }
}
