@NullMarked
package dev.tundish.dashboard.campaign;

import org.jspecify.annotations.NullMarked;
