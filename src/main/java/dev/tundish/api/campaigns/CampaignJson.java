package dev.tundish.api.campaigns;

import dev.tundish.campaign.Campaign;
import dev.tundish.campaign.Definition;
import dev.tundish.funnel.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A campaign as it is shown: what is shown can be sent back as it is. */
final class CampaignJson {

    private CampaignJson() {}

    static Map<String, @Nullable Object> of(Campaign campaign, Instant now) {
        Definition is = campaign.definition();
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("key", campaign.key());
        members.put("name", is.name());
        members.put("template", is.template());
        members.put("zone", is.zone().getId());
        members.put("channel", is.channel());
        members.put("launchedAt", text(is.launchedAt()));
        members.put("endsAt", text(is.endsAt()));
        members.put("budget", money(is.budget()));
        members.put("targets", targets(is));
        members.put("predecessor", is.predecessor());
        members.put("handover", is.handover());
        members.put("window", span(is.window()));
        members.put(
                "flow",
                is.flow().stages().stream()
                        .map(stage -> {
                            Map<String, @Nullable Object> each = new LinkedHashMap<>();
                            each.put("key", stage.key());
                            each.put("label", stage.label());
                            each.put("short", stage.shortLabel());
                            return each;
                        })
                        .toList());
        members.put("reasons", reasons(is));
        members.put("owner", is.owner());
        members.put("tags", is.tags());
        members.put("archived", is.archived());
        members.put("promise", is.promise());
        members.put("spend", money(is.spend()));
        members.put("state", is.state(now).code());
        members.put("revision", campaign.revision());
        members.put("createdAt", text(campaign.createdAt()));
        members.put("changedAt", text(campaign.changedAt()));
        return members;
    }

    static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }

    private static @Nullable Map<String, String> money(@Nullable Money money) {
        return money == null ? null : Map.of("amount", money.amount().toPlainString(), "currency", money.currency());
    }

    private static Map<String, Long> targets(Definition is) {
        Map<String, Long> targets = new LinkedHashMap<>();
        is.flow().stages().forEach(stage -> {
            Long target = is.targets().get(stage.key());
            if (target != null) {
                targets.put(stage.key(), Objects.requireNonNull(target));
            }
        });
        return targets;
    }

    private static List<Map<String, Object>> reasons(Definition is) {
        return is.reasons().stream()
                .map(reason -> {
                    Map<String, Object> each = new LinkedHashMap<>();
                    each.put("key", reason.key());
                    each.put("label", reason.label());
                    each.put("quality", reason.quality());
                    return each;
                })
                .toList();
    }

    /** Whole days as days: {@code java.time} would write P30D as PT720H. */
    private static String span(Duration window) {
        return window.toSeconds() % 86_400 == 0 && window.getNano() == 0
                ? "P" + window.toDays() + "D"
                : window.toString();
    }
}
