/** Tests of the room, and the server that the tests of other rooms share. */
@NullMarked
package dev.tundish.database;

import org.jspecify.annotations.NullMarked;
