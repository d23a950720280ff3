/** Keys of the API are made, listed and revoked. */
@NullMarked
package dev.tundish.api.keys;

import org.jspecify.annotations.NullMarked;
