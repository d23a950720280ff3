package dev.tundish.wrong.report;

import org.springframework.r2dbc.core.DatabaseClient;

/** Speaks SQL outside an adapter. */
record AsksTheDatabase(DatabaseClient client) {}
