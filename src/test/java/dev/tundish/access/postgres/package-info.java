/** Tests of keys as they are kept. */
@NullMarked
package dev.tundish.access.postgres;

import org.jspecify.annotations.NullMarked;
