package dev.tundish.incoming;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Checks who sent a body, by the rule that its sender published. Each compares in constant time; those with a time in them
 * refuse what is older than five minutes, so that nobody can send it again later.
 */
public final class Signatures {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private Signatures() {}

    /**
     * What was asked.
     *
     * @param header the value of a header, or null
     * @param urls the whole address as the sender may have written it: behind a proxy there is more than one
     * @param body as it came
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Asked(Function<String, @Nullable String> header, List<String> urls, byte[] body, Instant now) {}

    /** Whether it was signed with this secret. */
    public static boolean hold(Preset preset, String secret, Asked asked) {
        return switch (preset) {
            case NONE -> true;
            case STANDARD_WEBHOOKS -> standardWebhooks(secret, asked);
            case STRIPE -> stripe(secret, asked);
            case HUBSPOT -> hubspot(secret, asked);
            case META -> meta(secret, asked);
            case TYPEFORM -> typeform(secret, asked);
            case GOOGLE -> google(secret, asked);
        };
    }

    /**
     * Standard Webhooks, https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md:
     * HMAC-SHA256 over {@code id.timestamp.body} with the secret behind {@code whsec_}, which is base64; the header holds
     * one or more {@code v1,<base64>} with spaces between.
     */
    private static boolean standardWebhooks(String secret, Asked asked) {
        String id = asked.header().apply("webhook-id");
        String at = asked.header().apply("webhook-timestamp");
        String signatures = asked.header().apply("webhook-signature");
        byte[] key = base64(secret.startsWith("whsec_") ? secret.substring(6) : secret);
        if (id == null || at == null || signatures == null || key == null || !isNow(at, 1_000, asked.now())) {
            return false;
        }
        byte[] right = hmac(key, bytes(id + "." + at + "."), asked.body());
        boolean holds = false;
        for (String one : signatures.split(" ")) {
            holds |= one.startsWith("v1,") && same(right, base64(one.substring(3)));
        }
        return holds;
    }

    /**
     * Stripe, https://docs.stripe.com/webhooks#verify-manually: {@code Stripe-Signature: t=<seconds>,v1=<hex>,...}, HMAC-SHA256 over
     * {@code t.body} with the endpoint's secret as it is written.
     */
    private static boolean stripe(String secret, Asked asked) {
        String header = asked.header().apply("stripe-signature");
        if (header == null) {
            return false;
        }
        String at = null;
        for (String part : header.split(",")) {
            at = part.strip().startsWith("t=") ? part.strip().substring(2) : at;
        }
        if (at == null || !isNow(at, 1_000, asked.now())) {
            return false;
        }
        byte[] right = hmac(bytes(secret), bytes(at + "."), asked.body());
        boolean holds = false;
        for (String part : header.split(",")) {
            String one = part.strip();
            holds |= one.startsWith("v1=") && same(right, hex(one.substring(3)));
        }
        return holds;
    }

    /**
     * HubSpot, version 3, https://developers.hubspot.com/docs/apps/developer-platform/build-apps/authentication/request-validation: base64 of HMAC-SHA256 over
     * {@code method + address + body + timestamp} (milliseconds) with the app's client secret; in the address these
     * escapes are undone.
     */
    private static boolean hubspot(String secret, Asked asked) {
        String signature = asked.header().apply("x-hubspot-signature-v3");
        String at = asked.header().apply("x-hubspot-request-timestamp");
        if (signature == null || at == null || !isNow(at, 1, asked.now())) {
            return false;
        }
        byte[] sent = base64(signature);
        boolean holds = false;
        for (String url : asked.urls()) {
            holds |= same(hmac(bytes(secret), bytes("POST" + plain(url)), asked.body(), bytes(at)), sent);
        }
        return holds;
    }

    private static final Map<String, String> ESCAPES = Map.ofEntries(
            Map.entry("%3A", ":"),
            Map.entry("%2F", "/"),
            Map.entry("%3F", "?"),
            Map.entry("%40", "@"),
            Map.entry("%21", "!"),
            Map.entry("%24", "$"),
            Map.entry("%27", "'"),
            Map.entry("%28", "("),
            Map.entry("%29", ")"),
            Map.entry("%2A", "*"),
            Map.entry("%2C", ","),
            Map.entry("%3B", ";"));

    private static String plain(String url) {
        String plain = url;
        for (var escape : ESCAPES.entrySet()) {
            plain = plain.replace(escape.getKey(), escape.getValue())
                    .replace(escape.getKey().toLowerCase(Locale.ROOT), escape.getValue());
        }
        return plain;
    }

    /**
     * Meta (Facebook, Instagram), https://developers.facebook.com/docs/graph-api/webhooks/getting-started#validating-payloads:
     * {@code X-Hub-Signature-256: sha256=<hex>}, HMAC-SHA256 over the body with the app's secret.
     */
    private static boolean meta(String secret, Asked asked) {
        String header = asked.header().apply("x-hub-signature-256");
        return header != null
                && header.startsWith("sha256=")
                && same(hmac(bytes(secret), asked.body()), hex(header.substring(7)));
    }

    /**
     * Typeform, https://www.typeform.com/developers/webhooks/secure-your-webhooks: {@code Typeform-Signature: sha256=<base64>},
     * HMAC-SHA256 over the body with the secret of the webhook.
     */
    private static boolean typeform(String secret, Asked asked) {
        String header = asked.header().apply("typeform-signature");
        return header != null
                && header.startsWith("sha256=")
                && same(hmac(bytes(secret), asked.body()), base64(header.substring(7)));
    }

    /**
     * Google Ads lead form, https://developers.google.com/google-ads/webhook/docs/implementation: no signature; the body's
     * member {@code google_key} is the key that was set beside the address.
     */
    private static boolean google(String secret, Asked asked) {
        try {
            Object body = Sent.read(asked.body());
            return body instanceof Map<?, ?> members
                    && members.get("google_key") instanceof String key
                    && MessageDigest.isEqual(bytes(secret), bytes(key));
        } catch (Sent.NotJson unsigned) {
            return false;
        }
    }

    /** Whether this secret can be one of this preset: else a sentence that says why not. */
    public static @Nullable String problem(Preset preset, @Nullable String secret) {
        if (preset == Preset.NONE) {
            return null;
        }
        if (secret == null || secret.isBlank()) {
            return "Paste the secret that the sender shows beside its webhook.";
        }
        if (preset == Preset.STANDARD_WEBHOOKS
                && base64(secret.startsWith("whsec_") ? secret.substring(6) : secret) == null) {
            return "This is no secret of Standard Webhooks: those begin with whsec_.";
        }
        return null;
    }

    private static boolean isNow(String number, long millis, Instant now) {
        if (!number.matches("\\d{1,13}")) {
            return false;
        }
        Instant at = Instant.ofEpochMilli(Long.parseLong(number) * millis);
        return Duration.between(at, now).abs().compareTo(TOLERANCE) <= 0;
    }

    private static byte[] hmac(byte[] key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (NoSuchAlgorithmException | InvalidKeyException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static boolean same(byte[] right, byte @Nullable [] sent) {
        return sent != null && MessageDigest.isEqual(right, sent);
    }

    /** Null: it is none; an empty one would be no key. */
    private static byte @Nullable [] base64(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text.strip());
            return bytes.length == 0 ? null : bytes;
        } catch (IllegalArgumentException none) {
            return null;
        }
    }

    private static byte @Nullable [] hex(String text) {
        try {
            return HexFormat.of().parseHex(text.strip().toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException none) {
            return null;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
