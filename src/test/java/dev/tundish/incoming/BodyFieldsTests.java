package dev.tundish.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BodyFieldsTests {

    @Test
    void namesAFieldByItsPath() throws Sent.NotJson {
        assertThat(fields("{'form': {'email': 'a@b.de', 'age': 41, 'yes': true, 'no': null, 'empty': ' '}}"))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("form.email", "a@b.de", "form.age", "41", "form.yes", "true"));
    }

    @Test
    void namesTheAnswersOfFormToolsByTheirQuestion() throws Sent.NotJson {
        assertThat(fields("{'user_column_data': [{'column_id': 'EMAIL', 'string_value': 'a@b.de'},"
                        + "{'column_id': 'FULL_NAME', 'string_value': 'Ana'}]}"))
                .containsEntry("user_column_data.EMAIL.string_value", "a@b.de")
                .containsEntry("user_column_data.FULL_NAME.string_value", "Ana");
        assertThat(fields("{'field_data': [{'name': 'email', 'values': ['a@b.de']}]}"))
                .containsEntry("field_data.email.values", "a@b.de");
        assertThat(fields("{'answers': [{'type': 'email', 'email': 'a@b.de', 'field': {'ref': 'mail'}}]}"))
                .containsEntry("answers.mail.email", "a@b.de");
    }

    @Test
    void numbersWhatHasNoNames() throws Sent.NotJson {
        assertThat(fields("{'deals': [{'amount': 1}, {'amount': 2}], 'tags': ['a', 'b']}"))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("deals.0.amount", "1", "deals.1.amount", "2", "tags.0", "a", "tags.1", "b"));
    }

    @Test
    void looksAtABoundedPartOfAMonster() throws Sent.NotJson {
        String wide =
                IntStream.range(0, 5_000).mapToObj(n -> "'f" + n + "':'x'").collect(Collectors.joining(",", "{", "}"));
        assertThat(fields(wide)).hasSize(BodyFields.MOST);
        assertThat(fields("[".repeat(90) + "'deep'" + "]".repeat(90))).isEmpty();
    }

    private static Map<String, String> fields(String json) throws Sent.NotJson {
        return BodyFields.of(Sent.read(json.replace('\'', '"')));
    }
}
