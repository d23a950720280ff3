package dev.tundish.dashboard.incoming;

import dev.tundish.campaign.Campaign;
import dev.tundish.dashboard.campaign.ReasonWords;
import dev.tundish.funnel.Flow;
import dev.tundish.funnel.Reasons;
import dev.tundish.funnel.Stage;
import dev.tundish.incoming.Becomes;
import dev.tundish.incoming.Meaning;
import dev.tundish.incoming.Proposal;
import dev.tundish.incoming.What;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What fields and their values may mean, in plain words and in the words of the campaign, when there is one. */
final class Choices {

    private static final List<String> TRAITS = List.of("source", "medium", "segment", "region");
    private static final List<String> CARD = List.of("name", "company", "email", "phone", "url", "owner");
    private static final List<String> GOOD =
            List.of("right_customer", "has_budget", "urgent_need", "message_fit", "referral");

    private final List<Campaign> campaigns;
    private final @Nullable Campaign campaign;

    /** @param campaign null: a field says which */
    Choices(List<Campaign> campaigns, @Nullable Campaign campaign) {
        this.campaigns = campaigns;
        this.campaign = campaign;
    }

    private Flow flow() {
        return campaign == null ? Flow.SALES_ASSISTED : campaign.definition().flow();
    }

    String words(Meaning meaning) {
        String detail = meaning.detail();
        return switch (meaning.what()) {
            case NOTHING -> "Leave out";
            case LEAD -> "Lead: who it is";
            case CAMPAIGN -> "Which campaign";
            case HAPPENED -> "What happened";
            case STAGE -> "Which step was reached";
            case REASON -> "Why: the reason";
            case VERDICT -> "Sales feedback: good or not right";
            case AT -> "When it happened";
            case ID -> "A number of its own, so that nothing counts twice";
            case AMOUNT -> "Value: amount (of won leads)";
            case CENTS -> "Value: amount in cents (of won leads)";
            case CURRENCY -> "Value: currency";
            case ATTRIBUTE -> "Trait: " + detail;
            case CARD -> "Contact: " + (detail.equals("url") ? "web page" : detail);
            case COMMENT -> "Remark";
            case BY -> "Who did it";
        };
    }

    /** The choice for a field. */
    List<Meaning> meanings(String path, Meaning chosen) {
        Set<Meaning> all = new LinkedHashSet<>();
        all.add(Meaning.NOTHING);
        all.add(Meaning.of(What.LEAD));
        CARD.forEach(field -> all.add(Meaning.of(What.CARD, field)));
        TRAITS.forEach(key -> all.add(Meaning.of(What.ATTRIBUTE, key)));
        String own = Proposal.attribute(path);
        if (!own.isEmpty()) {
            all.add(Meaning.of(What.ATTRIBUTE, own));
        }
        Stream.of(
                        What.HAPPENED,
                        What.CAMPAIGN,
                        What.STAGE,
                        What.REASON,
                        What.VERDICT,
                        What.AT,
                        What.AMOUNT,
                        What.CENTS,
                        What.CURRENCY,
                        What.COMMENT,
                        What.BY,
                        What.ID)
                .forEach(what -> all.add(Meaning.of(what)));
        all.add(chosen);
        return new ArrayList<>(all);
    }

    String words(Becomes becomes) {
        String reason = becomes.detail().isEmpty() ? "" : " – " + reason(becomes.detail());
        return switch (becomes.type()) {
            case "" -> "Nothing about a lead: leave it out";
            case "lead.captured" -> label(0);
            case "lead.qualified" -> stage("qualified");
            case "lead.accepted" -> stage("accepted");
            case "lead.converted" -> label(flow().last());
            case "lead.reached" ->
                becomes.detail().isEmpty() ? "A step that another field names" : stage(becomes.detail());
            case "lead.disqualified" -> "Sorted out by marketing" + reason;
            case "lead.rejected" -> "Turned down by sales" + reason;
            case "lead.lost" -> "Lost" + reason;
            case "lead.reverted" -> "Undone (refund, cancelled)" + reason;
            case "lead.feedback" ->
                becomes.detail().isEmpty()
                        ? "Sales feedback, as another field says"
                        : "Sales feedback: " + (becomes.detail().equals("good") ? "good" : "not right")
                                + (becomes.reason().isEmpty() ? "" : " – " + reason(becomes.reason()));
            case "lead.voided" -> "A test: out of the counts";
            case "lead.restored" -> "Back in the counts";
            default -> becomes.type();
        };
    }

    private String stage(String key) {
        int number = flow().indexOf(key);
        return number < 0 ? key : label(number);
    }

    private String label(int stage) {
        return flow().stages().get(stage).label();
    }

    private String reason(String slug) {
        return campaign == null ? Reasons.of(slug).label() : new ReasonWords(campaign.definition()).label(slug);
    }

    /** Everything that can happen to a lead, the steps first. */
    List<Becomes> happenings() {
        List<Becomes> all = new ArrayList<>();
        all.add(Becomes.of("lead.captured"));
        for (Stage stage : flow().stages().subList(1, flow().last())) {
            all.add(
                    switch (stage.key()) {
                        case "qualified" -> Becomes.of("lead.qualified");
                        case "accepted" -> Becomes.of("lead.accepted");
                        default -> Becomes.of("lead.reached", stage.key());
                    });
        }
        all.add(Becomes.of("lead.converted"));
        all.add(Becomes.of("lead.lost"));
        all.add(Becomes.of("lead.rejected"));
        all.add(Becomes.of("lead.disqualified"));
        all.add(Becomes.of("lead.feedback", "good"));
        all.add(Becomes.of("lead.feedback", "bad"));
        all.add(Becomes.of("lead.reverted"));
        all.add(Becomes.of("lead.voided"));
        all.add(Becomes.of("lead.reached"));
        all.add(Becomes.of("lead.feedback"));
        for (String type : List.of("lead.lost", "lead.rejected", "lead.disqualified")) {
            reasons().forEach(reason -> all.add(Becomes.of(type, reason)));
        }
        reasons().forEach(reason -> all.add(new Becomes("lead.feedback", "bad", reason)));
        return all;
    }

    /** Why leads leave or are not right: the campaign's own reasons first. */
    private List<String> reasons() {
        Stream<String> own = campaign == null
                ? Stream.of()
                : campaign.definition().reasons().stream().map(reason -> reason.key());
        return Stream.concat(
                        own, Reasons.all().stream().map(Reasons.Known::slug).filter(slug -> !GOOD.contains(slug)))
                .distinct()
                .toList();
    }

    /** What a value of such a field may mean, by code. */
    List<String> values(What what) {
        return switch (what) {
            case HAPPENED ->
                Stream.concat(Stream.of(Becomes.NOTHING), happenings().stream())
                        .map(Becomes::code)
                        .toList();
            case CAMPAIGN -> campaigns.stream().map(Campaign::key).toList();
            case STAGE -> flow().stages().stream().map(Stage::key).toList();
            case REASON -> Stream.concat(reasons().stream(), GOOD.stream()).toList();
            case VERDICT -> List.of("good", "bad");
            default -> List.of();
        };
    }

    String value(What what, String code) {
        return switch (what) {
            case HAPPENED -> words(Becomes.parse(code));
            case CAMPAIGN ->
                campaigns.stream()
                        .filter(one -> one.key().equals(code))
                        .findFirst()
                        .map(one -> one.definition().name())
                        .orElse(code);
            case STAGE -> stage(code);
            case REASON -> reason(code);
            case VERDICT -> code.equals("good") ? "Good" : "Not right";
            default -> code;
        };
    }
}
