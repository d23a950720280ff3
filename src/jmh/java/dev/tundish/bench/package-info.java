/** What this machine can do: measured in one run, from outside, against the marks. */
@NullMarked
package dev.tundish.bench;

import org.jspecify.annotations.NullMarked;
