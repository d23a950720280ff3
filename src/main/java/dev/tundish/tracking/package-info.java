/** What senders of other kinds mean: a call of a tracking library, or a CloudEvent, as an event of the funnel. */
@NullMarked
package dev.tundish.tracking;

import org.jspecify.annotations.NullMarked;
