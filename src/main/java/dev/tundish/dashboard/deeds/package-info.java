/** What people do on the pages is written down: the rooms as pages see them, with an entry for every deed. */
@NullMarked
package dev.tundish.dashboard.deeds;

import org.jspecify.annotations.NullMarked;
