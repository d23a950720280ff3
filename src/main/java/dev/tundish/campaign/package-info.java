/** Which campaigns exist, with their flow, targets and what they promise. */
@NullMarked
package dev.tundish.campaign;

import org.jspecify.annotations.NullMarked;
