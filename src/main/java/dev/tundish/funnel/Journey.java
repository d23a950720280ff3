package dev.tundish.funnel;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one lead in one campaign: a pure function of the set of its events (contract, 3). Arrays are as long
 * as the flow, times in microseconds since the epoch, {@link #NEVER} where there is none. The arrays are not copied:
 * nobody writes to them.
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
}
