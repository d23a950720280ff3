/** Events come in: bodies are read under limits, items are judged one by one, and what is valid goes to the journal. */
@NullMarked
package dev.tundish.api.intake;

import org.jspecify.annotations.NullMarked;
