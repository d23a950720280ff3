package dev.tundish.incoming;

import java.util.Locale;
import java.util.Set;

/** What a field of a body may hold. */
public enum What {
    /** Nothing that is wanted. */
    NOTHING,
    /** Who the lead is named by. */
    LEAD,
    /** In which campaign. */
    CAMPAIGN,
    /** What happened: its values are told by {@link Becomes}. */
    HAPPENED,
    STAGE,
    /** Why a lead left, or is not right: several may stand in a field. */
    REASON,
    VERDICT,
    /** When it happened. */
    AT,
    /** The event's own id. */
    ID,
    AMOUNT,
    /** An amount in cents, as shops and payment services send it. */
    CENTS,
    CURRENCY,
    /** A trait of the lead. Its key goes with it. */
    ATTRIBUTE,
    /** Who the lead is. The field goes with it: {@code name, company, email, phone, url, owner}. */
    CARD,
    COMMENT,
    BY;

    private static final Set<What> SHARED = Set.of(NOTHING, ATTRIBUTE, CARD, COMMENT);
    private static final Set<What> TRANSLATED = Set.of(CAMPAIGN, HAPPENED, STAGE, REASON, VERDICT);

    /** Whether several fields may hold it. */
    boolean isShared() {
        return SHARED.contains(this);
    }

    /** Whether each of its values is told what it means. */
    public boolean isTranslated() {
        return TRANSLATED.contains(this);
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
