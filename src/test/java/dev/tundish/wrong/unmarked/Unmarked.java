package dev.tundish.wrong.unmarked;

/** Its package says nothing of null. */
record Unmarked(String name) {}
