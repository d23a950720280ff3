/** Files of leads and events: brought in, mapped by hand, and seen to be counted. */
@NullMarked
package dev.tundish.dashboard.imports;

import org.jspecify.annotations.NullMarked;
