package dev.tundish.campaign;

import java.util.Locale;

/** Where a campaign is in its life. What is put away is archived, whenever it was launched. */
public enum CampaignState {
    /** Its launch is still to come. */
    PLANNED,
    /** It runs. */
    LIVE,
    /** Its end has passed. Late events are counted all the same. */
    ENDED,
    /** It was put away, and is shown on demand. */
    ARCHIVED;

    /** The name in requests and answers. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
