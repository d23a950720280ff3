package dev.tundish.funnel;

import java.util.List;

/** A campaign's ordered stages, 2 to 10, numbered from 0. */
public record Flow(List<Stage> stages) {

    public static final int MIN_STAGES = 2;
    public static final int MAX_STAGES = 10;

    /** The template {@code sales-assisted}: a salesperson takes the lead over. */
    public static final Flow SALES_ASSISTED = new Flow(List.of(
            Stage.of("captured", "New leads"),
            Stage.of("qualified", "Qualified"),
            new Stage("accepted", "Accepted by sales", "Accepted"),
            Stage.of("opportunity", "Opportunity"),
            Stage.of("converted", "Won")));

    /** The template {@code self-serve}: the funnel ends in a purchase. */
    public static final Flow SELF_SERVE = new Flow(List.of(
            Stage.of("captured", "Signed up"), Stage.of("qualified", "Activated"), Stage.of("converted", "Paid")));

    /** @throws IllegalArgumentException when there are too few or too many stages, or a key stands twice */
    public Flow {
        stages = List.copyOf(stages);
        if (stages.size() < MIN_STAGES || stages.size() > MAX_STAGES) {
            throw new IllegalArgumentException("a flow has 2 to 10 stages, not " + stages.size());
        }
        if (stages.stream().map(Stage::key).distinct().count() < stages.size()) {
            throw new IllegalArgumentException("a stage's key stands once in its flow");
        }
    }

    /** How many stages there are. */
    public int size() {
        return stages.size();
    }

    /** The number of the last stage. */
    public int last() {
        return stages.size() - 1;
    }

    /** The number of the stage with this key, or -1. */
    public int indexOf(String key) {
        for (int k = 0; k < stages.size(); k++) {
            if (stages.get(k).key().equals(key)) {
                return k;
            }
        }
        return -1;
    }

    /**
     * The number of the stage that an event asserts, or -1: it asserts none, or one that this flow does not have
     * (contract, 2: the table of types).
     */
    public int asserted(Happening what) {
        return switch (what) {
            case Happening.Captured() -> 0;
            case Happening.Converted() -> last();
            case Happening.Qualified() -> indexOf("qualified");
            case Happening.Accepted() -> indexOf("accepted");
            case Happening.Reached(String stage) -> indexOf(stage);
            case Happening.Disqualified _,
                    Happening.Rejected _,
                    Happening.Lost _,
                    Happening.Reverted _,
                    Happening.Feedback _,
                    Happening.Voided _,
                    Happening.Restored _ -> -1;
        };
    }
}
