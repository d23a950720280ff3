/** The process: why it would not start, and that it is about to end. Every room may use it; it uses none. */
@NullMarked
package dev.tundish.lifecycle;

import org.jspecify.annotations.NullMarked;
