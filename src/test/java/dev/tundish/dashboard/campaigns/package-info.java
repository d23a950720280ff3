/** The form that makes and changes a campaign, without a browser. */
@NullMarked
package dev.tundish.dashboard.campaigns;

import org.jspecify.annotations.NullMarked;
