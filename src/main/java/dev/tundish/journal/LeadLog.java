package dev.tundish.journal;

import dev.tundish.funnel.Journey;
import dev.tundish.funnel.Rules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that is kept of one lead, of one version: its journey, its card, and its events in the order of the contract. */
public record LeadLog(
        long version,
        Rules rules,
        Journey journey,
        @Nullable Card card,
        List<Recorded> events) {}
