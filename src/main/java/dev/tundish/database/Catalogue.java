package dev.tundish.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What tables and sequences there are, asked of the database itself: a list kept by hand would forget the next one. */
final class Catalogue {

    private static final String TABLES = """
            select c.relname, array_agg(a.attname::text order by a.attnum)
            from pg_class c
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
            where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
              and c.relname <> 'flyway_schema_history'
            group by c.relname
            order by c.relname
            """;
    private static final String REFERENCES = """
            select f.relname, t.relname
            from pg_constraint k
            join pg_class f on f.oid = k.conrelid
            join pg_class t on t.oid = k.confrelid
            where k.contype = 'f' and k.conrelid <> k.confrelid and f.relnamespace = current_schema()::regnamespace
            """;
    private static final String SEQUENCES = """
            select c.relname from pg_class c
            where c.relnamespace = current_schema()::regnamespace and c.relkind = 'S'
            order by c.relname
            """;

    private final Connection connection;

    Catalogue(Connection connection) {
        this.connection = connection;
    }

    /** The tables with their columns, those first to which others refer. */
    Map<String, List<String>> tables() throws SQLException {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(TABLES);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                columns.put(rows.getString(1), Arrays.asList((String[])
                        rows.getArray(2).getArray()));
            }
        }
        Map<String, Set<String>> references = new LinkedHashMap<>();
        for (List<String> pair : pairs(REFERENCES)) {
            references
                    .computeIfAbsent(pair.getFirst(), table -> new LinkedHashSet<>())
                    .add(pair.getLast());
        }
        Map<String, List<String>> ordered = new LinkedHashMap<>();
        Set<String> visited = new LinkedHashSet<>();
        columns.keySet().forEach(table -> place(table, columns, references, visited, ordered));
        return ordered;
    }

    /** Where the sequences stand. Later than the rows of a snapshot, never earlier: numbers may be skipped, not given twice. */
    List<Manifest.Sequence> sequences() throws SQLException {
        List<Manifest.Sequence> found = new ArrayList<>();
        for (List<String> name : pairs(SEQUENCES)) {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("select last_value, is_called from " + quoted(name.getFirst()))) {
                row.next();
                found.add(new Manifest.Sequence(name.getFirst(), row.getLong(1), row.getBoolean(2)));
            }
        }
        return found;
    }

    /** A name as SQL wants it. */
    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static void place(
            String table,
            Map<String, List<String>> columns,
            Map<String, Set<String>> references,
            Set<String> visited,
            Map<String, List<String>> ordered) {
        List<String> own = columns.get(table);
        if (own == null || !visited.add(table)) {
            return;
        }
        references.getOrDefault(table, Set.of()).forEach(to -> place(to, columns, references, visited, ordered));
        ordered.put(table, own);
    }

    private List<List<String>> pairs(String sql) throws SQLException {
        List<List<String>> found = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            int width = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                found.add(width == 1 ? List.of(rows.getString(1)) : List.of(rows.getString(1), rows.getString(2)));
            }
        }
        return found;
    }
}
