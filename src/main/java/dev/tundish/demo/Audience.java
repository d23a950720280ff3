package dev.tundish.demo;

import java.time.Instant;

/** Who a campaign attracts, and how well they fit what is sold. */
interface Audience {

    Odds<String> SOURCES = Odds.of("paid_search", 30)
            .or("organic_search", 24)
            .or("social", 16)
            .or("newsletter", 11)
            .or("webinar", 8)
            .or("partner_network", 7)
            .or("referral", 4);
    Odds<String> SEGMENTS = Odds.of("small", 38).or("mid", 30).or("micro", 20).or("enterprise", 12);
    Odds<String> REGIONS = Odds.of("benelux", 30)
            .or("dach", 26)
            .or("nordics", 16)
            .or("uk_ireland", 16)
            .or("iberia", 12);

    /** Someone who comes in at this time. */
    Profile visitor(Dice dice, Instant at);

    /** The share of leads like this, handed over to sales, of whom sales would say that they are right. */
    double fit(Profile profile);

    /** What is wrong with a lead like this when it is not right. */
    Odds<String> faults(Profile profile);

    /** Everyone, with small differences between sources. */
    Audience GENERAL = new Audience() {

        private final Odds<String> faults = Odds.of("no_budget", 9)
                .or("wrong_customer", 30)
                .or("no_need", 25)
                .or("no_authority", 14)
                .or("message_mismatch", 12)
                .or("existing_customer", 6)
                .or("duplicate", 4);

        @Override
        public Profile visitor(Dice dice, Instant at) {
            return new Profile(SOURCES.draw(dice), SEGMENTS.draw(dice), REGIONS.draw(dice));
        }

        @Override
        public double fit(Profile profile) {
            double bySource = switch (profile.source()) {
                case "referral" -> 0.12;
                case "webinar" -> 0.08;
                case "organic_search" -> 0.04;
                case "social" -> -0.12;
                default -> 0;
            };
            return 0.62 + bySource + (profile.segment().equals("micro") ? -0.07 : 0);
        }

        @Override
        public Odds<String> faults(Profile profile) {
            return faults;
        }
    };
}
