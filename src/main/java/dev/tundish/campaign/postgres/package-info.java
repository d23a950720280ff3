/** Campaigns in PostgreSQL: their definitions, and the rules of each version of their flows. */
@NullMarked
package dev.tundish.campaign.postgres;

import org.jspecify.annotations.NullMarked;
