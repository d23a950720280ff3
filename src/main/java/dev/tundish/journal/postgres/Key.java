package dev.tundish.journal.postgres;

/** Something of one campaign that has a name in it: an event's id, a lead, an attribute. */
record Key(int campaign, String name) {}
