/** Events come in over HTTP: bodies are read under limits, under a key, item by item. */
@NullMarked
package dev.tundish.api.intake;

import org.jspecify.annotations.NullMarked;
