/** The clients that real senders use, against a running Tundish. */
@NullMarked
package dev.tundish.clients;

import org.jspecify.annotations.NullMarked;
