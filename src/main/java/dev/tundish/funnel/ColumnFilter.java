package dev.tundish.funnel;

import java.util.ArrayList;
import java.util.List;

/** A {@link Filter} put in the numbers of the dictionaries, for one scan. */
final class ColumnFilter {

    private record Wanted(Dictionary<String> column, boolean[] codes) {}

    private final List<Wanted> all = new ArrayList<>();

    ColumnFilter(Columns columns, Filter filter) {
        filter.wanted().forEach((key, values) -> {
            Dictionary<String> column = columns.attributes.getOrDefault(key, new Dictionary<>());
            boolean[] codes = new boolean[column.codeCount()];
            for (String value : values) {
                int code = value.isEmpty() ? 0 : column.codeOf(value);
                if (code >= 0) {
                    codes[code] = true;
                }
            }
            all.add(new Wanted(column, codes));
        });
    }

    boolean matches(int lead) {
        for (Wanted wanted : all) {
            if (!wanted.codes[wanted.column.code(lead)]) {
                return false;
            }
        }
        return true;
    }
}
