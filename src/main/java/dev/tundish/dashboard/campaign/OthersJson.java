package dev.tundish.dashboard.campaign;

import dev.tundish.campaign.Campaign;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The campaigns that one can be compared with. */
final class OthersJson {

    private OthersJson() {}

    /** @param code as the address says it */
    record Other(String code, String name) {}

    record Shown(List<Other> others, String predecessor) {}

    static String of(Optional<List<Campaign>> all, String key) {
        List<Campaign> campaigns = all.orElse(List.of());
        List<Other> others = campaigns.stream()
                .filter(campaign -> !campaign.key().equals(key))
                .sorted(Comparator.comparing(campaign -> campaign.definition().name(), String.CASE_INSENSITIVE_ORDER))
                .map(campaign -> new Other(
                        String.valueOf(new Against.Other(campaign.key()).text()),
                        campaign.definition().name()))
                .toList();
        String predecessor = campaigns.stream()
                .filter(campaign -> campaign.key().equals(key))
                .findAny()
                .map(campaign -> campaign.definition().predecessor())
                .flatMap(before ->
                        campaigns.stream().filter(c -> c.key().equals(before)).findAny())
                .map(campaign -> campaign.definition().name())
                .orElse("");
        return PictureJson.JSON.writeValueAsString(new Shown(others, predecessor));
    }
}
