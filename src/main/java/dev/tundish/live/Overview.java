package dev.tundish.live;

import java.time.Instant;
import java.util.List;

/**
 * All campaigns at one moment.
 *
 * @param completeTo everything that was committed before this moment is in it
 * @param campaigns in the order of their keys; one of which nothing changed is the same object as before
 */
public record Overview(Instant completeTo, List<CampaignGlance> campaigns) {

    public Overview {
        campaigns = List.copyOf(campaigns);
    }
}
