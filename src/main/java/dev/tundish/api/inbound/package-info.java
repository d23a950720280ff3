/** Inbound addresses over HTTP: whatever form tools and CRMs send, under an address of its own instead of a key. */
@NullMarked
package dev.tundish.api.inbound;

import org.jspecify.annotations.NullMarked;
