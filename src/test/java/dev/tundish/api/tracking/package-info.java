/** Tests of tracking calls. */
@NullMarked
package dev.tundish.api.tracking;

import org.jspecify.annotations.NullMarked;
