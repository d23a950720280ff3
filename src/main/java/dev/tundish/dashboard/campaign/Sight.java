package dev.tundish.dashboard.campaign;

import com.vaadin.flow.router.QueryParameters;
import dev.tundish.funnel.Filter;
import dev.tundish.funnel.FunnelQuestion.Mode;
import dev.tundish.live.Allowed;
import dev.tundish.live.Live;
import dev.tundish.live.Range;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one looks at, as it stands in the address of every page about a campaign. The address says no more than it has
 * to; what it does not say, or says wrongly, is the usual. It never names a lead: it gives the number.
 *
 * @param step the key of the stage that leaks
 * @param by the attribute that leads are broken down by
 * @param sort how a list of leads is sorted, as its page names it
 * @param page where in the list its page begins: a cursor
 * @param lead a lead's number
 */
public record Sight(
        Range range,
        Mode mode,
        Allowed allowed,
        Filter filter,
        Against against,
        @Nullable String step,
        @Nullable String by,
        Selection selection,
        @Nullable String sort,
        @Nullable String page,
        @Nullable Integer lead) {

    public static final Sight WHOLE = new Sight(
            Ranges.ALL,
            Mode.COHORT,
            Allowed.USUAL,
            Filter.NONE,
            Against.USUAL,
            null,
            null,
            Selection.ALL,
            null,
            null,
            null);

    /** What the address says. */
    public static Sight of(Map<String, List<String>> asked) {
        return SightCodec.read(asked);
    }

    public static Sight of(QueryParameters asked) {
        return of(asked.getParameters());
    }

    /** What the address has to say, in an order that never changes. */
    public Map<String, List<String>> said() {
        return SightCodec.write(this);
    }

    public QueryParameters parameters() {
        return new QueryParameters(said());
    }

    /** The address's part after the path: empty, or beginning with a question mark. */
    public String query() {
        return SightCodec.query(said());
    }

    /** What the numbers are asked for. */
    public Live.View view() {
        return new Live.View(mode, range, allowed, filter);
    }

    /** The same view, without what only one page looks at. */
    public Sight base() {
        return new Sight(range, mode, allowed, filter, against, null, null, Selection.ALL, null, null, null);
    }

    public Sight with(Filter other) {
        return new Sight(range, mode, allowed, other, against, step, by, selection, sort, null, lead);
    }

    public Sight with(Selection other) {
        return new Sight(range, mode, allowed, filter, against, step, by, other, sort, null, lead);
    }

    public Sight with(Against other) {
        return new Sight(range, mode, allowed, filter, other, step, by, selection, sort, page, lead);
    }

    public Sight at(@Nullable String otherStep) {
        return new Sight(range, mode, allowed, filter, against, otherStep, by, selection, sort, null, lead);
    }

    public Sight by(@Nullable String attribute) {
        return new Sight(range, mode, allowed, filter, against, step, attribute, selection, sort, null, lead);
    }

    public Sight sorted(@Nullable String otherSort) {
        return new Sight(range, mode, allowed, filter, against, step, by, selection, otherSort, null, lead);
    }

    public Sight paged(@Nullable String cursor) {
        return new Sight(range, mode, allowed, filter, against, step, by, selection, sort, cursor, lead);
    }

    public Sight to(@Nullable Integer number) {
        return new Sight(range, mode, allowed, filter, against, step, by, selection, sort, page, number);
    }
}
