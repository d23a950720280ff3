/** Segment's HTTP tracking API: the calls that tracking libraries make, on the root of the listener. */
@NullMarked
package dev.tundish.api.tracking;

import org.jspecify.annotations.NullMarked;
