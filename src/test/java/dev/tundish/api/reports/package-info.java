/** Tests of the reports. */
@NullMarked
package dev.tundish.api.reports;

import org.jspecify.annotations.NullMarked;
