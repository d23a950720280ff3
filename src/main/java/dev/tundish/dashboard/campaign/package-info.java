/** One campaign's live picture, rendered once for everybody who looks. */
@NullMarked
package dev.tundish.dashboard.campaign;

import org.jspecify.annotations.NullMarked;
