package dev.tundish.funnel;

/** Something that a campaign's stage can be held against, and what was seen of both. */
public sealed interface Yardstick {

    /** The number of the stage. */
    int stage();

    /** Whether it is known of too few leads. */
    boolean tooEarly();

    /** Where it would have to have {@link Evidence#ENOUGH} leads, and how many it has. */
    Health.Few seen();

    /**
     * The target of a stage: so many should have reached it by now, of so many in all.
     *
     * @param due at most {@code wanted}
     */
    record Target(int stage, long leads, double due, long wanted) implements Yardstick {

        @Override
        public boolean tooEarly() {
            return Math.max(leads, due) < Evidence.ENOUGH;
        }

        @Override
        public Health.Few seen() {
            return new Health.Few(stage, leads);
        }
    }

    /**
     * The way from one stage to another against the one that the targets set, of leads who have had all the time that they are allowed.
     *
     * @param wanted the rate that follows from the targets of the two stages
     */
    record TargetRate(int from, int stage, long moved, long of, double wanted) implements Yardstick {

        @Override
        public boolean tooEarly() {
            return of < Evidence.ENOUGH;
        }

        @Override
        public Health.Few seen() {
            return new Health.Few(from, of);
        }
    }

    /** The step to a stage against the predecessor's at the same age. */
    record Predecessor(int from, int stage, long moved, long of, long otherMoved, long otherOf) implements Yardstick {

        @Override
        public boolean tooEarly() {
            return of < Evidence.ENOUGH || otherOf < Evidence.ENOUGH;
        }

        @Override
        public Health.Few seen() {
            return new Health.Few(from, of);
        }
    }
}
