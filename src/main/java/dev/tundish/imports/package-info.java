/** Leads and events from a file: what its columns mean, what its rows become, and how far it has come. */
@NullMarked
package dev.tundish.imports;

import org.jspecify.annotations.NullMarked;
