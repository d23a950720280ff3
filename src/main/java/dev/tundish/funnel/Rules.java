package dev.tundish.funnel;

import java.util.Map;

/**
 * Everything beside the events that decides a campaign's numbers. A change of it needs a rebuild.
 *
 * @param handover the number of the stage at which sales takes over, or -1
 * @param declaredReasons the campaign's own reasons: slug to whether it speaks of the lead's quality
 */
public record Rules(Flow flow, int handover, Map<String, Boolean> declaredReasons) {

    public Rules {
        declaredReasons = Map.copyOf(declaredReasons);
    }

    /** Whether a reason speaks of the lead that marketing brought. What nobody declared does not. */
    public boolean isQuality(String reason) {
        Boolean declared = declaredReasons.get(reason);
        return declared != null ? declared : Reasons.isQuality(reason);
    }
}
