package dev.tundish.funnel;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one lead in one campaign: a pure function of the set of its events (contract, 3). Arrays are as long
 * as the flow, times in microseconds since the epoch, {@link #NEVER} where there is none. The arrays are not copied:
 * nobody writes to them. Two journeys are equal when all of it is, arrays element by element.
 *
 * @param asserted {@code t[k]}: when the lead's own events put it at stage k
 * @param reached {@code reached(k)}: a later stage implies every earlier one
 * @param stage the largest number that is reached, or -1: known, but in no funnel
 * @param status of a lead in no funnel: {@code OUT} after an exit, else {@code OPEN}
 * @param reason why it left; only when {@code OUT}
 * @param attributes first touch wins
 * @param value of the conversion that counts
 */
@SuppressWarnings("ArrayRecordComponent")
public record Journey(
        long[] asserted,
        long[] reached,
        int stage,
        Status status,
        @Nullable String reason,
        Map<String, String> attributes,
        @Nullable Money value,
        @Nullable Verdict verdict,
        boolean voided) {

    /** In place of a time: this never happened. */
    public static final long NEVER = Long.MAX_VALUE;

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Journey that
                && Arrays.equals(asserted, that.asserted)
                && Arrays.equals(reached, that.reached)
                && stage == that.stage
                && status == that.status
                && Objects.equals(reason, that.reason)
                && attributes.equals(that.attributes)
                && Objects.equals(value, that.value)
                && Objects.equals(verdict, that.verdict)
                && voided == that.voided;
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                Arrays.hashCode(asserted),
                Arrays.hashCode(reached),
                stage,
                status,
                reason,
                attributes,
                value,
                verdict,
                voided);
    }

    @Override
    public String toString() {
        return "Journey[asserted=%s, reached=%s, stage=%d, status=%s, reason=%s, attributes=%s, value=%s, verdict=%s, voided=%s]"
                .formatted(
                        Arrays.toString(asserted),
                        Arrays.toString(reached),
                        stage,
                        status,
                        reason,
                        attributes,
                        value,
                        verdict,
                        voided);
    }
}
