package dev.tundish.incoming;

import java.util.Locale;

/** By whose public rule what arrives is signed; see {@link Signatures}. */
public enum Preset {
    /** Nobody signs: whoever knows the address may send. */
    NONE,
    STANDARD_WEBHOOKS,
    STRIPE,
    HUBSPOT,
    META,
    TYPEFORM,
    GOOGLE;

    /** The name as it is kept. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The preset that is kept by this name. */
    public static Preset of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
