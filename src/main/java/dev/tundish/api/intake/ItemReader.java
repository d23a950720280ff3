package dev.tundish.api.intake;

import dev.tundish.intake.Item;
import tools.jackson.core.JsonParser;

/** Reads one event from JSON. */
@FunctionalInterface
interface ItemReader {

    /** Judges the value at the parser's current token, and moves to its end. */
    Item read(JsonParser in, long index);
}
