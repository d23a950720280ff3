/** What arrives from outside: by which source, what was refused and why, and how it is tried again; inbound addresses. */
@NullMarked
package dev.tundish.incoming;

import org.jspecify.annotations.NullMarked;
