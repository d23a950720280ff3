/** Tests of what other senders mean. */
@NullMarked
package dev.tundish.tracking;

import org.jspecify.annotations.NullMarked;
