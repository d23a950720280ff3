package dev.tundish.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the embedded server runs with. Written anew at each start: the file is ours, not the operator's. */
final class PostgresSettings {

    private static final String SETTINGS = """
            # Written by Tundish at each start; changes here are lost.
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            max_connections = 60
            password_encryption = 'scram-sha-256'

            # What was acknowledged is on disk.
            fsync = on
            synchronous_commit = on
            full_page_writes = on

            shared_buffers = '256MB'
            effective_cache_size = '1GB'
            work_mem = '16MB'
            maintenance_work_mem = '128MB'
            min_wal_size = '256MB'
            max_wal_size = '2GB'
            checkpoint_timeout = '15min'
            wal_buffers = '16MB'
            random_page_cost = 1.1
            jit = off

            timezone = 'UTC'
            log_timezone = 'UTC'
            lc_messages = 'C'
            # No rows in the log: they may speak of people.
            log_min_messages = 'warning'
            log_min_error_statement = 'panic'
            log_error_verbosity = 'terse'
            log_line_prefix = '%m [%p] '
            """;

    private static final String WHO_MAY_CONNECT = """
            # Written by Tundish at each start; changes here are lost.
            host all all 127.0.0.1/32 scram-sha-256
            """;

    private PostgresSettings() {}

    static void write(Path data) throws IOException {
        Files.writeString(data.resolve("postgresql.conf"), SETTINGS);
        Files.writeString(data.resolve("pg_hba.conf"), WHO_MAY_CONNECT);
    }
}
