package dev.tundish.imports;

import java.util.Locale;
import java.util.Set;

/** What a column of a file may hold. */
public enum What {
    /** Nothing that is wanted. */
    NOTHING,
    /** Who the lead is named by. */
    LEAD,
    /** When, or whether, a stage was reached. The stage's key goes with it. */
    REACHED,
    /** Why the lead left. Who said so goes with it: {@code lost, rejected, disqualified}. */
    LEFT,
    /** When it left. */
    LEFT_AT,
    /** When sales said what it says. */
    ANSWERED_AT,
    /** An event's own id. */
    ID,
    /** An event's type. */
    TYPE,
    /** When an event happened. */
    AT,
    /** The stage of an event. */
    STAGE,
    /** The reason of an event. */
    REASON,
    /** Good or not right. */
    VERDICT,
    /** Why it is good or not right: several in a cell. */
    REASONS,
    /** How much it is worth. */
    AMOUNT,
    /** In which money. */
    CURRENCY,
    /** A trait of the lead. Its key goes with it. */
    ATTRIBUTE,
    /** Who the lead is. The field goes with it: {@code name, company, email, phone, url, owner}. */
    CARD,
    /** A remark. */
    COMMENT,
    /** Who did it. */
    BY;

    private static final Set<What> MANY = Set.of(NOTHING, REACHED, ATTRIBUTE, CARD);

    /** Whether several columns may hold it, with other details. */
    boolean isMany() {
        return MANY.contains(this);
    }

    /** Whether its cells hold moments. */
    boolean isMoment() {
        return this == AT || this == LEFT_AT || this == ANSWERED_AT || this == REACHED;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
