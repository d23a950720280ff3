package dev.tundish;

/** What a node can do: answer programs, or show pages to people. */
enum Role {
    API,
    UI
}
