package dev.tundish.demo;

import java.time.Instant;

/**
 * An audience with a fault that can be found: one source brings many leads of one segment, and they have no budget. Then
 * marketing changes the targeting, and fewer of them come.
 *
 * @param changed when marketing changed it
 */
record PartnerAudience(Instant changed) implements Audience {

    static final String SOURCE = "partner_network";
    static final String SEGMENT = "micro";
    /** Their share of all leads before the change; after it a third of that. */
    static final double SHARE = 0.36;

    private static final Odds<String> FAULTS =
            Odds.of("no_budget", 86).or("no_authority", 8).or("wrong_customer", 6);

    @Override
    public Profile visitor(Dice dice, Instant at) {
        if (dice.chance(at.isBefore(changed) ? SHARE : SHARE / 3)) {
            return new Profile(SOURCE, SEGMENT, REGIONS.draw(dice));
        }
        Profile other = GENERAL.visitor(dice, at);
        return other.is(SOURCE, SEGMENT) ? new Profile(SOURCE, "small", other.region()) : other;
    }

    @Override
    public double fit(Profile profile) {
        return profile.is(SOURCE, SEGMENT) ? 0.17 : GENERAL.fit(profile);
    }

    @Override
    public Odds<String> faults(Profile profile) {
        return profile.is(SOURCE, SEGMENT) ? FAULTS : GENERAL.faults(profile);
    }
}
