package dev.tundish.incoming;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An address to which one source posts. The address itself is shown once, when it is made; its hash is kept.
 *
 * @param prefix the first signs of its token, for people to know it by
 * @param secret with which the sender signs; must never be shown or logged
 * @param redirect where the browser of whoever sent a form is led; null: nowhere
 * @param mapping what is saved; null: nothing yet
 * @param version how often it was saved
 */
public record Address(
        UUID id,
        String name,
        String prefix,
        Preset preset,
        @Nullable String secret,
        @Nullable String redirect,
        @Nullable Mapping mapping,
        int version,
        String createdBy,
        Instant createdAt,
        @Nullable Instant revokedAt) {

    public Source source() {
        return Source.address(id);
    }

    @Override
    public String toString() {
        return "Address[" + id + "]";
    }
}
