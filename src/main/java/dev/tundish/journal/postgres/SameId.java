package dev.tundish.journal.postgres;

import dev.tundish.journal.Outcome;
import dev.tundish.journal.Outcome.Rejected;
import dev.tundish.journal.RejectCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The entries of a batch that share one id in one campaign, in their order: most often just one. */
final class SameId {

    private record Claim(Slot slot, @Nullable Rejected refusal) {}

    private static final Rejected CONFLICT =
            new Rejected(RejectCode.ID_CONFLICT, "the id stands already, with other content");

    private final List<Claim> claims = new ArrayList<>(1);
    private @Nullable Slot candidate;

    /** @param refusal why the flow refuses the entry, or null */
    void add(Slot slot, @Nullable Rejected refusal) {
        claims.add(new Claim(slot, refusal));
        if (candidate == null && refusal == null) {
            candidate = slot;
        }
    }

    /** The entry that is to be inserted when the log does not have the id yet, or null: the flow refuses all of them. */
    @Nullable
    Slot candidate() {
        return candidate;
    }

    Slot first() {
        return claims.getFirst().slot();
    }

    /**
     * Judges the entries when the log held the id before (with this content), or did not (null). The candidate, if it
     * was inserted, is not among them: what becomes of it is not known yet, and {@link #follow} judges those after it.
     */
    void settle(byte @Nullable [] logged, Verdicts verdicts) {
        for (Claim claim : claims) {
            Slot slot = claim.slot();
            if (logged != null) {
                verdicts.put(slot, slot.hasContentOf(logged) ? Outcome.DUPLICATE : CONFLICT);
            } else if (slot == candidate) {
                return;
            } else if (claim.refusal() != null) {
                verdicts.put(slot, claim.refusal());
            }
        }
    }

    /** Judges the entries after the inserted candidate, now that its own outcome is known. */
    void follow(Outcome ofCandidate, Verdicts verdicts) {
        Slot first = candidate;
        if (first == null) {
            return;
        }
        boolean after = false;
        for (Claim claim : claims) {
            if (after) {
                boolean alike = claim.slot().hasContentOf(first.entry().content());
                switch (ofCandidate) {
                    case Outcome.Accepted(), Outcome.Duplicate() ->
                        verdicts.put(claim.slot(), alike ? Outcome.DUPLICATE : CONFLICT);
                    case Rejected rejected -> {
                        if (alike) {
                            verdicts.put(claim.slot(), rejected);
                        } else {
                            // The first was taken out of the log again, so this one stands for itself.
                            verdicts.again(claim.slot());
                        }
                    }
                }
            }
            after |= claim.slot() == first;
        }
    }
}
