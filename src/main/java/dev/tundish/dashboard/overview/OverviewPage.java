package dev.tundish.dashboard.overview;

import dev.tundish.campaign.CampaignState;
import java.util.List;

/**
 * The overview as it goes to browsers.
 *
 * @param completeTo milliseconds since the epoch: everything that was committed before is in it
 * @param rows in the order of their keys; one of which nothing changed is the same object as before
 */
record OverviewPage(long completeTo, List<Row> rows) {

    /**
     * A campaign, in parts that change at their own pace, each as JSON.
     *
     * @param about what it is
     * @param counts what has happened in it
     * @param standing how it stands
     */
    record Row(String key, CampaignState state, String about, String counts, String standing) {}
}
