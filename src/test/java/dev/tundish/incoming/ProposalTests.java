package dev.tundish.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProposalTests {

    @Test
    void aPlainFormNeedsNothingButTheCampaign() {
        Mapping mapping = Proposal.of(
                Mapping.EMPTY,
                List.of(Map.of("name", "Ana", "email", "a@b.de", "company", "Acme", "query.utm_source", "google")));
        assertThat(mapping.happened()).isEqualTo(Becomes.of("lead.captured"));
        assertThat(mapping.fields())
                .containsEntry("name", Meaning.of(What.CARD, "name"))
                .containsEntry("email", Meaning.of(What.LEAD))
                .containsEntry("company", Meaning.of(What.CARD, "company"))
                .containsEntry("query.utm_source", Meaning.of(What.ATTRIBUTE, "source"));
        assertThat(MappingCheck.of(mapping)).singleElement().asString().contains("campaign");
        assertThat(MappingCheck.of(mapping.withCampaign("spring"))).isEmpty();
    }

    @Test
    void theFormsOfAdNetworksAreKnown() {
        Mapping mapping = Proposal.of(
                Mapping.EMPTY,
                List.of(Map.of(
                        "lead_id", "L1",
                        "user_column_data.EMAIL.string_value", "a@b.de",
                        "user_column_data.PHONE_NUMBER.string_value", "+34 600")));
        assertThat(mapping.fields())
                .containsEntry("lead_id", Meaning.of(What.LEAD))
                .containsEntry("user_column_data.EMAIL.string_value", Meaning.of(What.CARD, "email"))
                .containsEntry("user_column_data.PHONE_NUMBER.string_value", Meaning.of(What.CARD, "phone"));
    }

    @Test
    void typesOfTheContractAreKnownByTheirValues() {
        Mapping mapping = Proposal.of(
                Mapping.EMPTY, List.of(Map.of("kind", "lead.captured", "lead", "7"), Map.of("kind", "lead.lost")));
        assertThat(mapping.meaning("kind")).isEqualTo(Meaning.of(What.HAPPENED));
        assertThat(mapping.happened()).isNull();
    }

    @Test
    void whatWasMappedStaysAndOnlyTraitsAreAdded() {
        Mapping before = Mapping.EMPTY.withField("id", Meaning.of(What.LEAD)).withField("email", Meaning.NOTHING);
        Mapping after =
                Proposal.of(before, List.of(Map.of("id", "1", "email", "a@b.de", "lead_id", "2", "utm_medium", "cpc")));
        assertThat(after.fields())
                .containsEntry("email", Meaning.NOTHING)
                .containsEntry("utm_medium", Meaning.of(What.ATTRIBUTE, "medium"))
                .doesNotContainKey("lead_id");
        assertThat(after.happened()).isNull();
    }

    @Test
    void twoFieldsCannotBothSayWhenItHappened() {
        Mapping twice = Mapping.EMPTY
                .withCampaign("spring")
                .withHappened(Becomes.of("lead.captured"))
                .withField("id", Meaning.of(What.LEAD))
                .withField("a", Meaning.of(What.AT))
                .withField("b", Meaning.of(What.AT));
        assertThat(MappingCheck.of(twice)).singleElement().asString().contains("“b” means the same");
    }
}
