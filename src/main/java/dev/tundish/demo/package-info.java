/** A believable launch, sent through the API like anybody's. */
@NullMarked
package dev.tundish.demo;

import org.jspecify.annotations.NullMarked;
