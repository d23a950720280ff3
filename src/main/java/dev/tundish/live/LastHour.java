package dev.tundish.live;

import java.util.Arrays;

/** New leads minute by minute over the last hour, as they are told: the newest minutes often, all of them now and then. */
final class LastHour {

    private final long[] leads = new long[Moment.HISTORY];
    /** The minute after the newest one that is known. */
    private int end;

    /** Takes the minutes from one on, stage by stage as they were counted. */
    void take(int fromMinute, long[][] activity) {
        forward(fromMinute + activity.length);
        for (int n = 0; n < activity.length; n++) {
            int place = leads.length - (end - (fromMinute + n));
            if (place >= 0 && place < leads.length) {
                leads[place] = activity[n][0];
            }
        }
    }

    /** Moves on to a minute, nothing being known of those between; says whether anything is to be seen of it. */
    boolean forward(int nextMinute) {
        boolean any = newest() >= 0;
        int by = nextMinute - end;
        if (by >= leads.length) {
            Arrays.fill(leads, 0);
        } else if (by > 0) {
            System.arraycopy(leads, by, leads, 0, leads.length - by);
            Arrays.fill(leads, leads.length - by, leads.length, 0);
        }
        end = Math.max(end, nextMinute);
        return any && by > 0;
    }

    long[] leads() {
        return leads.clone();
    }

    /** The newest minute with a lead, or -1. */
    int newest() {
        for (int n = leads.length - 1; n >= 0; n--) {
            if (leads[n] > 0) {
                return end - leads.length + n;
            }
        }
        return -1;
    }
}
