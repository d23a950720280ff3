/** Tests of what every route shares. */
@NullMarked
package dev.tundish.api.http;

import org.jspecify.annotations.NullMarked;
