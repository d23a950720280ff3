package dev.tundish.dashboard.campaign;

import dev.tundish.campaign.Definition;
import dev.tundish.funnel.Reasons;
import dev.tundish.funnel.Reasons.Family;
import java.util.Locale;

/** What a reason is called in a campaign: its own words come first. */
public final class ReasonWords {

    private final Definition campaign;

    public ReasonWords(Definition campaign) {
        this.campaign = campaign;
    }

    public String label(String slug) {
        return campaign.reasons().stream()
                .filter(own -> own.key().equals(slug))
                .map(Definition.OwnReason::label)
                .findAny()
                .orElseGet(() -> Reasons.of(slug).label());
    }

    /** The name of its colour. */
    public String family(String slug) {
        Family family = Reasons.of(slug).family();
        return family.name().toLowerCase(Locale.ROOT);
    }
}
