/** The keys of the API. */
@NullMarked
package dev.tundish.dashboard.keys;

import org.jspecify.annotations.NullMarked;
