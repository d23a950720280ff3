package dev.tundish.intake;

import dev.tundish.journal.RejectCode;
import org.jspecify.annotations.Nullable;

/**
 * An event that was refused.
 *
 * @param index its place, from 0
 * @param id as it was sent, when it is one
 * @param detail names the field and says what to do; holds nothing of what was sent
 */
public record Reject(long index, @Nullable String id, RejectCode code, String detail) {}
