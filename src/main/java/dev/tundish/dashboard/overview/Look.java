package dev.tundish.dashboard.overview;

import com.vaadin.flow.router.QueryParameters;
import dev.tundish.campaign.CampaignState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which campaigns one looks at, as it stands in the address.
 *
 * @param state null: those of any state
 * @param mine whether only one's own
 * @param tags all of which a campaign must have
 * @param text what its name, key, channel, owner or a tag must hold
 */
record Look(@Nullable CampaignState state, boolean mine, List<String> tags, String text) {

    static final Look USUAL = new Look(CampaignState.LIVE, false, List.of(), "");

    private static final String ANY = "all";
    private static final int LONGEST = 100;

    Look {
        tags = List.copyOf(tags);
    }

    /** What the address says; what it does not say, or says wrongly, is the usual. */
    static Look of(QueryParameters asked) {
        return of(
                first(asked, "state"),
                "me".equals(first(asked, "owner")),
                asked.getParameters().getOrDefault("tag", List.of()),
                first(asked, "q"));
    }

    static Look of(String state, boolean mine, List<String> tags, String text) {
        CampaignState wanted = Arrays.stream(CampaignState.values())
                .filter(one -> one.code().equals(state))
                .findAny()
                .orElse(CampaignState.LIVE);
        String plain = text.strip();
        return new Look(
                ANY.equals(state) ? null : wanted,
                mine,
                tags.stream().filter(tag -> !tag.isBlank()).distinct().sorted().toList(),
                plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain);
    }

    /** The address says no more than it has to. */
    QueryParameters parameters() {
        Map<String, List<String>> said = new LinkedHashMap<>();
        if (state != CampaignState.LIVE) {
            said.put("state", List.of(stateCode()));
        }
        if (mine) {
            said.put("owner", List.of("me"));
        }
        if (!tags.isEmpty()) {
            said.put("tag", new ArrayList<>(tags));
        }
        if (!text.isEmpty()) {
            said.put("q", List.of(text));
        }
        return new QueryParameters(said);
    }

    /** The name of its state in the address. */
    String stateCode() {
        return state == null ? ANY : state.code();
    }

    private static String first(QueryParameters asked, String name) {
        return asked.getParameters().getOrDefault(name, List.of("")).stream()
                .findFirst()
                .orElse("");
    }
}
