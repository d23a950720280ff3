/** Who is in the team and what they did: users, one's own account, the audit log. */
@NullMarked
package dev.tundish.dashboard.people;

import org.jspecify.annotations.NullMarked;
