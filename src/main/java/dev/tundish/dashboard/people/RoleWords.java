package dev.tundish.dashboard.people;

import dev.tundish.access.Role;
import dev.tundish.access.User;

/** Roles and states in plain words. */
final class RoleWords {

    private RoleWords() {}

    static String name(Role role) {
        return switch (role) {
            case VIEWER -> "Viewer";
            case SALES -> "Salesperson";
            case MARKETER -> "Marketer";
            case MANAGER -> "Manager";
            case ADMIN -> "Administrator";
        };
    }

    /** What comes with it. */
    static String may(Role role) {
        return switch (role) {
            case VIEWER -> "Sees campaigns and their numbers, never who the leads are.";
            case SALES -> "Sees campaigns, and the leads with their cards.";
            case MARKETER -> "As a salesperson; makes and changes campaigns, and brings files in.";
            case MANAGER -> "As a marketer; may erase a person.";
            case ADMIN -> "May do everything: also users, keys and the audit log.";
        };
    }

    static String state(User.State state) {
        return switch (state) {
            case INVITED -> "Invited, has not come yet";
            case ACTIVE -> "In";
            case DEACTIVATED -> "Shut out";
        };
    }
}
