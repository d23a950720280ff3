package dev.tundish.demo;

import java.util.Map;

/** Where a lead comes from and what kind it is. */
record Profile(String source, String segment, String region) {

    boolean is(String source, String segment) {
        return this.source.equals(source) && this.segment.equals(segment);
    }

    /** The attributes that its first event carries. */
    Map<String, String> attributes() {
        return Map.of("source", source, "medium", medium(), "segment", segment, "region", region);
    }

    private String medium() {
        return switch (source) {
            case "organic_search" -> "organic";
            case "paid_search" -> "cpc";
            case "social" -> "paid_social";
            case "newsletter" -> "email";
            case "webinar" -> "event";
            default -> "referral";
        };
    }
}
