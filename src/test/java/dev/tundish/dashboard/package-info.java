/** The pages, tested without a browser. */
@NullMarked
package dev.tundish.dashboard;

import org.jspecify.annotations.NullMarked;
