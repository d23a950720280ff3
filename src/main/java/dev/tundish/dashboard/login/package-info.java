/** Who is there: logging in, passwords, and what may be asked without. */
@NullMarked
package dev.tundish.dashboard.login;

import org.jspecify.annotations.NullMarked;
