package dev.tundish.campaign;

import dev.tundish.campaign.Definition.OwnReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A definition as somebody wishes it, by request or by form: of the right shape, and not yet known to be right. What is
 * null was not given. {@link DefinitionRules} makes a {@link Definition} of it, or says what is wrong.
 *
 * @param flow wins over the template
 * @param usualHandover whether the hand-over was left to the rule: where the flow has {@code accepted}
 * @param window the time allowed, or null: the usual one
 */
public record Draft(
        @Nullable String name,
        @Nullable String template,
        @Nullable List<Step> flow,
        @Nullable String zone,
        @Nullable String channel,
        @Nullable Instant launchedAt,
        @Nullable Instant endsAt,
        @Nullable Sum budget,
        Map<String, Long> targets,
        @Nullable String predecessor,
        @Nullable String handover,
        boolean usualHandover,
        @Nullable Duration window,
        List<OwnReason> reasons,
        @Nullable String owner,
        List<String> tags,
        boolean archived,
        @Nullable String promise,
        @Nullable Sum spend) {

    /** @param brief the label for walls, or null: the label, cut */
    public record Step(String key, String label, @Nullable String brief) {}

    /** Money as it was written. */
    public record Sum(String amount, String currency) {}
}
