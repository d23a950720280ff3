/** What people see. */
@NullMarked
package dev.tundish.dashboard;

import org.jspecify.annotations.NullMarked;
