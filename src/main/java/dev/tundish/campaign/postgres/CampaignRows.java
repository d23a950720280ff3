package dev.tundish.campaign.postgres;

import dev.tundish.campaign.Campaign;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads campaigns from rows. */
final class CampaignRows {

    static final String COLUMNS = "id, key, definition::text, revision, created_at, changed_at";

    private CampaignRows() {}

    /** A row of {@link #COLUMNS}. */
    static Campaign campaign(Readable row) {
        return new Campaign(
                get(row.get(0, Integer.class)),
                get(row.get(1, String.class)),
                DefinitionJson.read(get(row.get(2, String.class))),
                get(row.get(3, Integer.class)),
                get(row.get(4, Instant.class)),
                get(row.get(5, Instant.class)));
    }

    /** A column that is never null. */
    static <T> T get(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
