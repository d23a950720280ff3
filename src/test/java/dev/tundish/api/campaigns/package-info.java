/** Tests of how campaigns are read. */
@NullMarked
package dev.tundish.api.campaigns;

import org.jspecify.annotations.NullMarked;
