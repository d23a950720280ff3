/** What a campaign is, and what its changes leave. */
@NullMarked
package dev.tundish.campaign;

import org.jspecify.annotations.NullMarked;
