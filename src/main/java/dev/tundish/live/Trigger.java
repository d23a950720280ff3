package dev.tundish.live;

import java.time.Instant;

/** Why a picture is looked at again. */
sealed interface Trigger {

    /** The campaign has this version or a newer one. */
    record Changed(long version) implements Trigger {}

    /** All that was committed before this moment has been told. */
    record Beat(Instant at) implements Trigger {}

    /** Time has passed: leads may have run out of theirs, rolling ranges have moved. */
    record Passed() implements Trigger {}
}
