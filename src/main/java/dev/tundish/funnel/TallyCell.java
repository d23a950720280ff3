package dev.tundish.funnel;

/**
 * The name of one counter of a campaign: a minute and what is counted. Every counter stands twice: by its minute, and
 * for the whole campaign ({@link #WHOLE}), so that unbounded totals cost the same whatever the history.
 *
 * @param minute minutes since the epoch (floor of the moment), or {@link #WHOLE}
 * @param code what is counted, such as {@code a:2} (activity at stage 2); made and read only in this room
 */
public record TallyCell(int minute, String code) {

    /** In place of a minute: the whole campaign. */
    public static final int WHOLE = Integer.MIN_VALUE;
}
