/** Who is there, tested. */
@NullMarked
package dev.tundish.dashboard.login;

import org.jspecify.annotations.NullMarked;
