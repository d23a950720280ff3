/** What every route shares: the table of rights and its gate, problems, bodies, queries and JSON. */
@NullMarked
package dev.tundish.api.http;

import org.jspecify.annotations.NullMarked;
