package dev.tundish.access;

/**
 * Someone who may log in to the pages.
 *
 * @param passwordHash as the password encoder wrote it, with the name of its method in front
 * @param mustChange whether the password was made for them and has to be changed at the next login
 */
public record User(String name, String passwordHash, Role role, boolean mustChange) {}
