/** What arrives: from the members of an event to an entry of the log, or to a refusal by a code. */
@NullMarked
package dev.tundish.intake;

import org.jspecify.annotations.NullMarked;
