/** Campaigns against a real PostgreSQL. */
@NullMarked
package dev.tundish.campaign.postgres;

import org.jspecify.annotations.NullMarked;
