/** What has happened, for good, and what follows from it: the one transaction, rebuild, verify, doorbell. */
@NullMarked
package dev.tundish.journal;

import org.jspecify.annotations.NullMarked;
