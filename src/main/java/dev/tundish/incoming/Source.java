package dev.tundish.incoming;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where something came from: a key of the API, or an inbound address. */
public record Source(Kind kind, UUID id) {

    /** Stands for the key of the environment, which has no id of its own. */
    private static final UUID ENVIRONMENT = new UUID(0, 0);

    public enum Kind {
        KEY,
        ADDRESS;

        /** The name as it is kept. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The kind that is kept by this name. */
        public static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** @param id the key's; null: the one of the environment */
    public static Source key(@Nullable UUID id) {
        return new Source(Kind.KEY, id == null ? ENVIRONMENT : id);
    }

    public static Source address(UUID id) {
        return new Source(Kind.ADDRESS, id);
    }

    public boolean isEnvironment() {
        return kind == Kind.KEY && id.equals(ENVIRONMENT);
    }
}
