package dev.tundish.api.intake;

import dev.tundish.intake.Answer;
import dev.tundish.intake.Reject;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How an answer is told (contract, 2). */
public final class Answers {

    private Answers() {}

    /** 200 all accepted or duplicates, 207 some rejected, 422 all rejected. */
    static int status(Answer answer) {
        return answer.allRejected() ? 422 : answer.rejectedCount() > 0 ? 207 : 200;
    }

    public static Map<String, @Nullable Object> members(Answer answer) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("accepted", answer.accepted());
        members.put("duplicates", answer.duplicates());
        members.put("rejectedCount", answer.rejectedCount());
        members.put(
                "rejected",
                answer.rejected().stream()
                        .sorted(Comparator.comparingLong(Reject::index))
                        .limit(Answer.LISTED)
                        .map(Answers::members)
                        .toList());
        return members;
    }

    private static Map<String, @Nullable Object> members(Reject reject) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("index", reject.index());
        if (reject.id() != null) {
            members.put("id", reject.id());
        }
        members.put("code", reject.code().code());
        members.put("detail", reject.detail());
        return members;
    }
}
