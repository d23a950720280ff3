/** Tests of inbound addresses over HTTP. */
@NullMarked
package dev.tundish.api.inbound;

import org.jspecify.annotations.NullMarked;
