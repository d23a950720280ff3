package dev.tundish.journal.postgres;

import java.util.Map;

/** Hears of commits: campaign to its new version. Returns at once and never fails. */
interface Doorbell {
    void committed(Map<Integer, Long> versions);
}
