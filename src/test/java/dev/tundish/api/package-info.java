/** Tests of the contract over HTTP, against a running node. */
@NullMarked
package dev.tundish.api;

import org.jspecify.annotations.NullMarked;
