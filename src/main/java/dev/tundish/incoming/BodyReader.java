package dev.tundish.incoming;

import dev.tundish.intake.EventParser;
import dev.tundish.intake.Item;
import dev.tundish.intake.Reject;
import dev.tundish.journal.RejectCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges the bodies that came to an address by a mapping: the same for what comes now, what is tried again, and what a
 * page shows before anything is saved.
 */
public final class BodyReader {

    private static final Logger LOG = LoggerFactory.getLogger(BodyReader.class);
    private static final int ID_BYTES = 16;

    private final UUID address;
    private final @Nullable Mapping mapping;
    private final Instant now;

    /** @param mapping null: none is saved */
    public BodyReader(UUID address, @Nullable Mapping mapping, Instant now) {
        this.address = address;
        this.mapping = mapping;
        this.now = now;
    }

    /** What it is: {@code null}, when it is known to be no event. A body on which the mapping breaks stops no other. */
    public @Nullable Item judge(String body, Instant cameIn, long index) {
        if (mapping == null) {
            return unmapped(index, "This address has no mapping yet: say once what its fields mean, and try again.");
        }
        try {
            Mapped mapped = Mapper.map(mapping, BodyFields.of(Sent.read(body)), id(body));
            return switch (mapped) {
                case Mapped.Event(var members) -> new EventParser(micros(now), micros(cameIn)).judge(members, index);
                case Mapped.NoEvent() -> null;
                case Mapped.Unmapped(String detail) -> unmapped(index, detail);
            };
        } catch (Sent.NotJson broken) {
            return new Item.Refused(new Reject(index, null, RejectCode.MALFORMED, "What was kept cannot be read."));
        } catch (RuntimeException ours) {
            // Where, but not the message: it may quote a lead.
            StackTraceElement[] trace = ours.getStackTrace();
            LOG.error(
                    "A mapping broke on a body: {} at {}",
                    ours.getClass().getSimpleName(),
                    trace.length == 0 ? "?" : trace[0]);
            return unmapped(index, "The mapping broke on it. Look at what its fields hold, and map them otherwise.");
        }
    }

    private static Item unmapped(long index, String detail) {
        return new Item.Refused(new Reject(index, null, RejectCode.UNMAPPED, detail));
    }

    /** The same body at the same address is the same event: a sender that tries again counts once. */
    private String id(String body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(address.toString().getBytes(StandardCharsets.UTF_8));
            byte[] all = digest.digest(body.getBytes(StandardCharsets.UTF_8));
            return "in-" + HexFormat.of().formatHex(all, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }
}
