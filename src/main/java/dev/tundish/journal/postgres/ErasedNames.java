package dev.tundish.journal.postgres;

import static dev.tundish.journal.postgres.Session.get;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Knows the names of erased people again, without knowing one: by a hash that is keyed with a secret of this installation,
 * and with the campaign. The secret is made with the first erasure and never changes.
 */
final class ErasedNames {

    private static final String MAKE =
            "insert into secret (name, value) values ('erased', $1) on conflict (name) do nothing";

    private static final String SECRET = "select value from secret where name = 'erased'";

    private static final String FIND = """
            select k.n::int, e.lead
            from unnest($1::int[], $2::text[]) with ordinality as k(campaign_id, hash, n)
            cross join lateral (
                select lead from erased_lead where campaign_id = k.campaign_id and hash = decode(k.hash, 'hex') limit 1) e
            """;

    private volatile byte @Nullable [] secret;

    /** The names that stand in place of those of these leads that were erased. */
    Mono<Map<Key, String>> find(Session session, Collection<Key> leads) {
        record Found(int n, String name) {}
        List<Key> asked = List.copyOf(leads);
        return secret(session).flatMap(key -> {
            Columns<Key> columns = new Columns<>(asked);
            return session.rows(
                            FIND,
                            row -> new Found(get(row.get(0, Integer.class)), get(row.get(1, String.class))),
                            columns.ints(Key::campaign),
                            columns.bytes(lead -> hash(key, lead)))
                    .collect(HashMap::new, (all, found) -> all.put(asked.get(found.n() - 1), found.name()));
        });
    }

    /** The hash by which a name that is being erased will be known again. */
    Mono<byte[]> hash(Session session, Key lead) {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return session.run(MAKE, HexFormat.of().formatHex(random))
                .then(secret(session))
                .map(key -> hash(key, lead));
    }

    private Mono<byte[]> secret(Session session) {
        byte[] known = secret;
        return known != null
                ? Mono.just(known)
                : session.rows(SECRET, row -> get(row.get(0, String.class)))
                        .single()
                        .map(text -> {
                            byte[] read = text.getBytes(StandardCharsets.UTF_8);
                            secret = read;
                            return read;
                        });
    }

    private static byte[] hash(byte[] key, Key lead) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(lead.campaign()).flip());
            return mac.doFinal(lead.name().getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
