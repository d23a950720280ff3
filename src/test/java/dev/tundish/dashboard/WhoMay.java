package dev.tundish.dashboard;

import static dev.tundish.access.Role.ADMIN;
import static dev.tundish.access.Role.MANAGER;
import static dev.tundish.access.Role.MARKETER;
import static dev.tundish.access.Role.SALES;

import dev.tundish.access.Role;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who may open what on the dashboards' port: every address of a page and every address beside them, once. Whoever adds one
 * says here who it is for, or a test fails.
 */
public final class WhoMay {

    private static final Set<Role> ALL = EnumSet.allOf(Role.class);
    private static final Set<Role> WORKS_LEADS = EnumSet.of(SALES, MARKETER, MANAGER, ADMIN);
    private static final Set<Role> MAKES_CAMPAIGNS = EnumSet.of(MARKETER, MANAGER, ADMIN);
    private static final Set<Role> KEEPS = EnumSet.of(ADMIN);

    /** Pages, by their template. */
    public static final Map<String, Set<Role>> PAGES = new TreeMap<>(Map.ofEntries(
            Map.entry("", ALL),
            Map.entry("campaigns/:key", ALL),
            Map.entry("campaigns/:key/explore", ALL),
            Map.entry("password", ALL),
            Map.entry("account", ALL),
            Map.entry("campaigns/:key/leads", WORKS_LEADS),
            Map.entry("campaigns/:key/leads/:number", WORKS_LEADS),
            Map.entry("incoming", WORKS_LEADS),
            Map.entry("incoming/:id([0-9a-f-]{36})", MAKES_CAMPAIGNS),
            Map.entry("campaigns", MAKES_CAMPAIGNS),
            Map.entry("campaigns/new", MAKES_CAMPAIGNS),
            Map.entry("campaigns/:key/edit", MAKES_CAMPAIGNS),
            Map.entry("import", MAKES_CAMPAIGNS),
            Map.entry("import/:id([0-9]{1,9})", MAKES_CAMPAIGNS),
            Map.entry("keys", KEEPS),
            Map.entry("users", KEEPS),
            Map.entry("audit", KEEPS)));

    /** Pages for whoever comes, each for a reason of its own: to log in, and to choose a password by a link. */
    public static final Set<String> OPEN_PAGES = Set.of("login", "welcome");

    /** Addresses beside the pages that need a login. */
    public static final Map<String, Set<Role>> FILES = Map.of("/campaigns/{key}/leads.csv", WORKS_LEADS);

    /** Addresses beside the pages that need none, each for a reason of its own. */
    public static final Set<String> OPEN = Set.of("/alive", "/demo-login", "/api", "/api/**");

    private WhoMay() {}
}
