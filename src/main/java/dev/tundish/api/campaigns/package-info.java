/** Campaigns are made and changed, folded anew, verified. */
@NullMarked
package dev.tundish.api.campaigns;

import org.jspecify.annotations.NullMarked;
