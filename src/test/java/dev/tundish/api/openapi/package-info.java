/** Tests of the description. */
@NullMarked
package dev.tundish.api.openapi;

import org.jspecify.annotations.NullMarked;
