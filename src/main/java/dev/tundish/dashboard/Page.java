package dev.tundish.dashboard;

/**
 * A picture as it goes to browsers.
 *
 * @param name which of the page's pictures it is: a property of its web component
 * @param json what is to be seen; the very same text as long as nothing changed
 * @param completeTo milliseconds since the epoch: everything that was committed before is in it
 */
public record Page(String name, String json, long completeTo) {

    /** The one that says how complete the page is. */
    public static final String MAIN = "picture";

    public Page(String json, long completeTo) {
        this(MAIN, json, completeTo);
    }
}
