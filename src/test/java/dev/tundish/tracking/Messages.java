package dev.tundish.tracking;

import dev.tundish.grammar.JsonTree;
import dev.tundish.grammar.StrictJson;
import java.util.Map;
import tools.jackson.core.JsonParser;

/** Messages from text in which a quotation mark is an apostrophe. */
final class Messages {

    private Messages() {}

    static Map<String, Object> message(String json) {
        try (JsonParser in = StrictJson.parser(json.replace('\'', '"'))) {
            in.nextToken();
            return JsonTree.object(in, name -> true);
        }
    }
}
