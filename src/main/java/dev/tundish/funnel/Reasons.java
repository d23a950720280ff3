package dev.tundish.funnel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The reasons that every campaign knows (contract, 1), with the words and the family that pages show. */
public final class Reasons {

    /** The six families of the charts: a family keeps its colour whatever its rank. */
    public enum Family {
        FIT,
        BUDGET,
        INTEREST,
        MESSAGE,
        CONTACT,
        OTHER
    }

    /** @param quality whether it speaks of the lead that marketing brought */
    public record Known(String slug, String label, Family family, boolean quality) {}

    private static final Map<String, Known> KNOWN = new LinkedHashMap<>();

    static {
        quality("no_budget", "No budget", Family.BUDGET);
        quality("no_need", "No need", Family.INTEREST);
        quality("wrong_customer", "Wrong kind of customer", Family.FIT);
        quality("no_authority", "Cannot decide", Family.FIT);
        quality("message_mismatch", "Expected something else", Family.MESSAGE);
        quality("not_as_expected", "Not as expected", Family.MESSAGE);
        quality("existing_customer", "Already a customer", Family.CONTACT);
        quality("duplicate", "Known twice", Family.CONTACT);
        quality("spam", "Spam", Family.CONTACT);
        other("bad_timing", "Bad timing", Family.INTEREST);
        other("competitor", "Chose a competitor", Family.OTHER);
        other("unreachable", "Could not be reached", Family.CONTACT);
        other("changed_mind", "Changed their mind", Family.INTEREST);
        other("missing_feature", "Something is missing", Family.MESSAGE);
        other("too_expensive", "Too expensive", Family.BUDGET);
        other("other", "Something else", Family.OTHER);
        other("right_customer", "Right kind of customer", Family.FIT);
        other("has_budget", "Has budget", Family.BUDGET);
        other("urgent_need", "Urgent need", Family.INTEREST);
        other("message_fit", "Expected just this", Family.MESSAGE);
        other("referral", "Came by referral", Family.OTHER);
    }

    private Reasons() {}

    private static void quality(String slug, String label, Family family) {
        KNOWN.put(slug, new Known(slug, label, family, true));
    }

    private static void other(String slug, String label, Family family) {
        KNOWN.put(slug, new Known(slug, label, family, false));
    }

    /** All of them, in the contract's order. */
    public static List<Known> all() {
        return List.copyOf(KNOWN.values());
    }

    /** Whether a known reason speaks of quality; what is not known does not. */
    public static boolean isQuality(String slug) {
        Known known = KNOWN.get(slug);
        return known != null && known.quality();
    }

    /** The known reason, or one made of the slug: its words, in the family of the others. */
    public static Known of(String slug) {
        Known known = KNOWN.get(slug);
        if (known != null) {
            return known;
        }
        String words = slug.replace('_', ' ').strip();
        String label = words.isEmpty() ? slug : Character.toUpperCase(words.charAt(0)) + words.substring(1);
        return new Known(slug, label, Family.OTHER, false);
    }
}
