/** The product as a person uses it: in a real browser. */
@NullMarked
package dev.tundish.browser;

import org.jspecify.annotations.NullMarked;
