/** What arrives and what was refused; inbound addresses and what their fields mean. */
@NullMarked
package dev.tundish.dashboard.incoming;

import org.jspecify.annotations.NullMarked;
