package dev.tundish.api.campaigns;

import dev.tundish.api.http.JsonObject;
import dev.tundish.campaign.CampaignChange;
import dev.tundish.campaign.CampaignChanges.Text;
import dev.tundish.campaign.CampaignChanges.Written;
import dev.tundish.campaign.ChangeRules;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Changes in and out. */
final class ChangeJson {

    private ChangeJson() {}

    /** What was sent, or a refusal that names all that is wrong. Whoever sends it made the change, unless it says otherwise. */
    static Text read(JsonObject body, String sender, Instant now) {
        Instant at = Moments.read(body, "at", new HashSet<>());
        Object by = body.get("by");
        Object what = body.get("what");
        if (by != null && !(by instanceof String)) {
            body.wrong("by", "must be text.");
        }
        if (what == null) {
            body.wrong("what", "is needed: what was changed.");
        } else if (!(what instanceof String)) {
            body.wrong("what", "must be text.");
        }
        body.refuseIfWrong();
        Text text = new Text(at, by == null ? sender : String.valueOf(by), String.valueOf(what));
        ChangeRules.check(text, now).forEach(fault -> body.wrong(fault.field(), fault.sentence()));
        body.refuseIfWrong();
        return text;
    }

    static Map<String, @Nullable Object> of(CampaignChange change) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("id", change.id());
        members.put("at", change.at().toString());
        members.put("by", change.by());
        members.put("what", change.what());
        members.put("kind", change.kind().code());
        if (change.kind() == CampaignChange.Kind.PROMISE) {
            members.put("before", change.before());
        }
        members.put("recordedAt", change.recordedAt().toString());
        return members;
    }

    /** Everything that was ever written of one change. */
    static Map<String, @Nullable Object> history(List<Written> all) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("id", all.getLast().change().id());
        members.put("withdrawn", all.getLast().withdrawn());
        members.put(
                "history",
                all.stream()
                        .map(written -> {
                            Map<String, @Nullable Object> each = of(written.change());
                            each.remove("id");
                            each.put("withdrawn", written.withdrawn());
                            each.put("writtenBy", written.writer());
                            return each;
                        })
                        .toList());
        return members;
    }
}
