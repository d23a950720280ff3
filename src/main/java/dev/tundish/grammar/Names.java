package dev.tundish.grammar;

import java.util.regex.Pattern;

/** The shapes of names (contract, 1) and amounts (contract, 2). */
public final class Names {

    private static final Pattern CAMPAIGN = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Pattern SLUG = Pattern.compile("[a-z0-9_]{1,64}");
    private static final Pattern AMOUNT = Pattern.compile("(0|[1-9][0-9]{0,14})(\\.[0-9]{1,4})?");

    private Names() {}

    /** Whether a campaign can have this key. */
    public static boolean isCampaignKey(String text) {
        return CAMPAIGN.matcher(text).matches();
    }

    /** Whether it can be the key of a stage, a reason or an attribute. */
    public static boolean isSlug(String text) {
        return SLUG.matcher(text).matches();
    }

    /** Whether it is an amount of money. */
    public static boolean isAmount(String text) {
        return AMOUNT.matcher(text).matches();
    }
}
