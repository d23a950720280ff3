/** From a step that leaks to the leads behind it: who is lost there, why, and what each of them did. */
@NullMarked
package dev.tundish.dashboard.explore;

import org.jspecify.annotations.NullMarked;
