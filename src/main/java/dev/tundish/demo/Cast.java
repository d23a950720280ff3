package dev.tundish.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The people and firms of the demo: invented, with addresses under a domain that can never exist (RFC 2606). */
final class Cast {

    private static final List<String> FIRST = List.of(
            "Ada", "Bram", "Carla", "Dario", "Elin", "Femke", "Goran", "Hanna", "Ivo", "Juna", "Kofi", "Lena", "Milan",
            "Nadia", "Oskar", "Pilar", "Quinn", "Rosa", "Sami", "Tessa", "Umar", "Vera", "Wim", "Yara", "Zoran");
    private static final List<String> LAST = List.of(
            "Abbing",
            "Brandt",
            "Castell",
            "Dorn",
            "Ekberg",
            "Fontana",
            "Grau",
            "Hoekstra",
            "Iversen",
            "Jansma",
            "Kallas",
            "Lindqvist",
            "Moreau",
            "Novak",
            "Okoro",
            "Petri",
            "Quist",
            "Rinaldi",
            "Sorensen",
            "Tamm",
            "Ullman",
            "Varga",
            "Westra",
            "Ygberg",
            "Zeller");
    private static final List<String> FIRM = List.of(
            "Bluefinch",
            "Copperleaf",
            "Driftwood",
            "Eastbarrow",
            "Fernhill",
            "Glasshouse",
            "Harbourlight",
            "Ironbridge",
            "Juniper",
            "Kettlewell",
            "Larkspur",
            "Mooring",
            "Northgate",
            "Orchard",
            "Pebble",
            "Quarry",
            "Rowan",
            "Saltmarsh",
            "Thistle",
            "Umberfield",
            "Vesper",
            "Willowbank",
            "Yarrow",
            "Zephyr");
    private static final List<String> TRADE = List.of(
            "Bakeries",
            "Cycles",
            "Dental",
            "Foods",
            "Freight",
            "Gardens",
            "Hotels",
            "Instruments",
            "Joinery",
            "Labs",
            "Optics",
            "Print",
            "Software",
            "Textiles",
            "Works");
    private static final List<String> SALES =
            List.of("Ana Ruiz", "Tom Berg", "Mira Okafor", "Jonas Lind", "Sofie Maes", "Pieter Vos");

    private Cast() {}

    /** Who of the sales team works the lead. */
    static String salesperson(Dice dice) {
        return SALES.get(dice.below(SALES.size()));
    }

    /** A contact card. */
    static Map<String, String> card(Dice dice) {
        String first = FIRST.get(dice.below(FIRST.size()));
        String last = LAST.get(dice.below(LAST.size()));
        String firm = FIRM.get(dice.below(FIRM.size()));
        String trade = TRADE.get(dice.below(TRADE.size()));
        String host = (firm + "-" + trade).toLowerCase(Locale.ROOT) + ".example";
        return Map.of(
                "name", first + " " + last,
                "company", firm + " " + trade,
                "email", (first + "." + last).toLowerCase(Locale.ROOT) + "@" + host,
                "phone", "+1 202 555 01" + (10 + dice.below(90)),
                "url", "https://" + host + "/");
    }

    /** The same with the salesperson who works the lead. */
    static Map<String, String> card(Dice dice, String owner) {
        Map<String, String> card = new LinkedHashMap<>(card(dice));
        card.put("owner", owner);
        return card;
    }

    /** What a salesperson may add to a verdict. */
    static String comment(Dice dice, String reason) {
        List<String> said = switch (reason) {
            case "no_budget" ->
                List.of(
                        "Spends the whole year's money in January.",
                        "Hoped it was free for firms under ten people.",
                        "Nice talk, but no money for this before next year.");
            case "wrong_customer" -> List.of("Sells to consumers, we do not.", "A student writing a thesis.");
            case "no_authority" -> List.of("Has to ask head office for everything.");
            case "message_mismatch" -> List.of("Thought it was an agency.", "Expected a training course.");
            case "right_customer", "has_budget" -> List.of("Exactly who we made this for.", "More of these, please.");
            case "urgent_need" -> List.of("Wants to start on Monday.");
            case "missing_feature" -> List.of("Needs single sign-on first.");
            case "too_expensive" -> List.of("Would pay half of it.");
            default -> List.of("Called twice.", "Short call.");
        };
        return said.get(dice.below(said.size()));
    }
}
