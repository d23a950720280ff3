/** Tests of the intake. */
@NullMarked
package dev.tundish.api.intake;

import org.jspecify.annotations.NullMarked;
