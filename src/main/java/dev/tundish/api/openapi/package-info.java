/** The description of the API, for programs. */
@NullMarked
package dev.tundish.api.openapi;

import org.jspecify.annotations.NullMarked;
