package dev.tundish.api.intake;

import dev.tundish.api.http.Problem;
import dev.tundish.api.http.Problems;
import dev.tundish.api.http.Refusal;
import dev.tundish.intake.Answer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds up a stream of lines, part by part. */
final class Sum {

    Answer answer = Answer.NONE;

    @Nullable
    Throwable fault;

    void add(NdjsonIntake.Part part) {
        switch (part) {
            case NdjsonIntake.Part.Kept(Answer more) -> answer = answer.plus(more);
            case NdjsonIntake.Part.Broken(Throwable broken) -> fault = broken;
        }
    }

    /** The problem with which the stream ended, and what was kept before it. */
    Problem problem(Throwable broken) {
        return Problems.of(broken)
                .with("accepted", answer.accepted())
                .with("duplicates", answer.duplicates())
                .with("rejectedCount", answer.rejectedCount());
    }

    /** The totals, or the problem. */
    Map<String, @Nullable Object> lastLine() {
        if (fault == null && answer.items() == 0) {
            throw new Refusal(EMPTY);
        }
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("done", fault == null);
        members.putAll(fault == null ? Answers.members(answer) : problem(fault).members());
        return members;
    }

    static final Problem EMPTY =
            Problem.of(400, "unreadable-body", "The body cannot be read", "It is empty: send an event a line.");
}
