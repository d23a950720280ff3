package dev.tundish.tracking;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which event of the funnel a tracked name means. Case, spaces and signs do not matter: "Lead Captured", "lead_captured",
 * "leadCaptured" and "lead.captured" are one.
 */
final class EventNames {

    /**
     * @param stage the stage that it asserts, where the name alone says so
     * @param reason the reason of an exit that gives none
     */
    record Meaning(String type, String stage, String reason) {

        private static Meaning of(String type) {
            return new Meaning(type, "", "");
        }

        private static Meaning out(String type, String reason) {
            return new Meaning(type, "", reason);
        }
    }

    private static final Meaning CAPTURED = Meaning.of("lead.captured");
    private static final Meaning QUALIFIED = Meaning.of("lead.qualified");
    private static final Meaning ACCEPTED = Meaning.of("lead.accepted");
    private static final Meaning CONVERTED = Meaning.of("lead.converted");
    private static final Meaning REACHED = Meaning.of("lead.reached");
    private static final Meaning OPPORTUNITY = new Meaning("lead.reached", "opportunity", "");
    private static final Meaning LOST = Meaning.out("lead.lost", "other");
    private static final Meaning CANCELLED = Meaning.out("lead.reverted", "cancelled");

    private static final Map<String, Meaning> BY_NAME = Map.ofEntries(
            Map.entry("leadcaptured", CAPTURED),
            Map.entry("leadcreated", CAPTURED),
            Map.entry("leadgenerated", CAPTURED),
            Map.entry("leadsubmitted", CAPTURED),
            Map.entry("newlead", CAPTURED),
            Map.entry("signedup", CAPTURED),
            Map.entry("signup", CAPTURED),
            Map.entry("accountcreated", CAPTURED),
            Map.entry("userregistered", CAPTURED),
            Map.entry("demorequested", CAPTURED),
            Map.entry("leadqualified", QUALIFIED),
            Map.entry("activated", QUALIFIED),
            Map.entry("useractivated", QUALIFIED),
            Map.entry("accountactivated", QUALIFIED),
            Map.entry("leadaccepted", ACCEPTED),
            Map.entry("leadreached", REACHED),
            Map.entry("leadstagechanged", REACHED),
            Map.entry("opportunitycreated", OPPORTUNITY),
            Map.entry("leadconverted", CONVERTED),
            Map.entry("leadwon", CONVERTED),
            Map.entry("dealwon", CONVERTED),
            Map.entry("opportunitywon", CONVERTED),
            Map.entry("ordercompleted", CONVERTED),
            Map.entry("subscriptionstarted", CONVERTED),
            Map.entry("leaddisqualified", Meaning.out("lead.disqualified", "other")),
            Map.entry("leadrejected", Meaning.out("lead.rejected", "other")),
            Map.entry("leadlost", LOST),
            Map.entry("deallost", LOST),
            Map.entry("opportunitylost", LOST),
            Map.entry("leadreverted", Meaning.out("lead.reverted", "other")),
            Map.entry("orderrefunded", Meaning.out("lead.reverted", "refunded")),
            Map.entry("ordercancelled", CANCELLED),
            Map.entry("ordercanceled", CANCELLED),
            Map.entry("leadfeedback", Meaning.of("lead.feedback")),
            Map.entry("leadvoided", Meaning.of("lead.voided")),
            Map.entry("leadrestored", Meaning.of("lead.restored")));

    private EventNames() {}

    static Optional<Meaning> of(String name) {
        StringBuilder bare = new StringBuilder();
        name.toLowerCase(Locale.ROOT).chars().filter(Character::isLetterOrDigit).forEach(c -> bare.append((char) c));
        return Optional.ofNullable(BY_NAME.get(bare.toString()));
    }
}
