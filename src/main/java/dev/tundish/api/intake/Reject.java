package dev.tundish.api.intake;

import dev.tundish.journal.RejectCode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An item of a request that was refused.
 *
 * @param index its place, from 0
 * @param id as it was sent, when it is one
 * @param detail names the field and says what to do; holds nothing of what was sent
 */
record Reject(long index, @Nullable String id, RejectCode code, String detail) {

    Map<String, @Nullable Object> members() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("index", index);
        if (id != null) {
            members.put("id", id);
        }
        members.put("code", code.code());
        members.put("detail", detail);
        return members;
    }
}
