/** The list of campaigns, and the form that makes and changes one. */
@NullMarked
package dev.tundish.dashboard.campaigns;

import org.jspecify.annotations.NullMarked;
