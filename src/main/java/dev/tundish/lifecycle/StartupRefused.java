package dev.tundish.lifecycle;

import org.jspecify.annotations.Nullable;

/**
 * Tundish will not start (or a command will not run) as things are. The message is for the person at the console: one
 * sentence or two that say why and what to do. It is shown as it stands, without a stack trace.
 */
public final class StartupRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    public StartupRefused(String sentence) {
        this(sentence, null);
    }

    public StartupRefused(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
