package dev.tundish.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tundish.imports.FileFacts.Letters;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTests {

    private static final long MOST = 1 << 20;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private record Whole(List<String> header, List<Row> rows, List<Chunk> chunks, FileFacts facts) {}

    private static Whole read(byte[] bytes, long most) throws IOException {
        // in pieces of odd sizes, as a network gives them
        Random random = new Random(7);
        InputStream in = new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] into, int from, int length) {
                return super.read(into, from, Math.min(length, 1 + random.nextInt(5_000)));
            }
        };
        try (CsvFile file = CsvFile.open(in, most)) {
            List<Chunk> chunks = new ArrayList<>();
            for (Chunk chunk = file.next(); chunk != null; chunk = file.next()) {
                chunks.add(chunk);
            }
            List<Row> rows = chunks.stream().flatMap(c -> c.rows().stream()).toList();
            return new Whole(file.header(), rows, chunks, file.facts());
        }
    }

    private static Whole read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8), MOST);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void findsWhatSeparatesTheCells(String separator) throws IOException {
        String text = "id|name|said\n1|Ana|\"a,b;c\td\"\n2|Bo|\n".replace("|", separator);
        Whole file = read(text);
        assertThat(file.facts().separator()).isEqualTo(separator.charAt(0));
        assertThat(file.header()).containsExactly("id", "name", "said");
        assertThat(file.rows())
                .extracting(Row::cells)
                .containsExactly(List.of("1", "Ana", "a,b;c\td"), List.of("2", "Bo", ""));
    }

    @Test
    void readsUtf8WithAndWithoutAMark() throws IOException {
        for (String mark : List.of("", "\uFEFF")) {
            Whole file = read(mark + "id,name\n1,Zoë 😀\n");
            assertThat(file.header()).containsExactly("id", "name");
            assertThat(file.rows().getFirst().cells()).containsExactly("1", "Zoë 😀");
            assertThat(file.facts().letters()).isEqualTo(Letters.UTF_8);
        }
    }

    @Test
    void readsWindows1252AndSaysSo() throws IOException {
        Whole file = read("id;name;price\n1;Zoë Müller;€ 5\n".getBytes(WINDOWS), MOST);
        assertThat(file.rows().getFirst().cells()).containsExactly("1", "Zoë Müller", "€ 5");
        assertThat(file.facts().letters()).isEqualTo(Letters.WINDOWS_1252);
    }

    @Test
    void readsAFileThatWasGluedTogether() throws IOException {
        byte[] first = "id,name\n1,Zoë\n".getBytes(StandardCharsets.UTF_8);
        byte[] second = "2,Müller\n".getBytes(WINDOWS);
        byte[] both = new byte[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        Whole file = read(both, MOST);
        assertThat(file.rows()).extracting(row -> row.cell(1)).containsExactly("Zoë", "Müller");
        assertThat(file.facts().letters()).isEqualTo(Letters.BOTH);
    }

    @Test
    void numbersRowsAsASpreadsheetDoes() throws IOException {
        Whole file = read("id,said\r\n1,\"two\r\nlines\"\r\n\r\n,\r\n2,x\r\n");
        assertThat(file.rows()).extracting(Row::number).containsExactly(2L, 5L);
        assertThat(file.rows().getFirst().cell(1)).isEqualTo("two\r\nlines");
        assertThat(file.facts().rows()).isEqualTo(2);
    }

    @Test
    void namesEachColumnOnce() throws IOException {
        assertThat(read("a,,a, b\u0007 \n1,2,3,4\n").header()).containsExactly("a", "Column 2", "a (2)", "b");
    }

    @Test
    void cutsALongFileIntoPiecesAndLosesNothing() throws IOException {
        String rows = IntStream.range(0, 2_500).mapToObj(n -> n + ",x" + n).collect(Collectors.joining("\n"));
        Whole file = read("id,name\n" + rows);
        assertThat(file.chunks()).extracting(c -> c.rows().size()).containsExactly(1_000, 1_000, 500);
        assertThat(file.chunks()).extracting(Chunk::number).containsExactly(0, 1, 2);
        assertThat(file.rows())
                .extracting(row -> row.cell(0))
                .containsExactlyElementsOf(
                        IntStream.range(0, 2_500).mapToObj(String::valueOf).toList());
        assertThat(file.facts().chunks()).isEqualTo(3);
        assertThat(file.facts().bytes()).isEqualTo(("id,name\n" + rows).length());
    }

    @Test
    void keepsPiecesSmallWhenCellsAreLong() throws IOException {
        String rows = IntStream.range(0, 10)
                .mapToObj(n -> n + "," + "x".repeat(100_000))
                .collect(Collectors.joining("\n"));
        Whole file = read(("id,name\n" + rows).getBytes(StandardCharsets.UTF_8), 10 << 20);
        assertThat(file.chunks()).hasSizeGreaterThan(1).allMatch(c -> c.rows().size() <= 6);
    }

    @Test
    void tellsTheSameFileByItsDigest() throws IOException {
        assertThat(read("id\n1\n").facts().digest())
                .hasSize(32)
                .isEqualTo(read("id\n1\n").facts().digest());
        assertThat(read("id\n1\n").facts().digest())
                .isNotEqualTo(read("id\n2\n").facts().digest());
    }

    @Test
    void refusesWhatIsTooLarge() {
        byte[] bytes = ("id\n" + "x\n".repeat(2 << 20)).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> read(bytes, MOST))
                .isInstanceOf(CsvTrouble.class)
                .hasMessageContaining("1 MB");
    }

    @Test
    void refusesWhatIsNoCsv() {
        assertThatThrownBy(() -> read("")).isInstanceOf(CsvTrouble.class).hasMessageContaining("empty");
        assertThatThrownBy(() -> read("\n\n")).isInstanceOf(CsvTrouble.class).hasMessageContaining("empty");
        assertThatThrownBy(() -> read("PK\u0003\u0004xlsx"))
                .isInstanceOf(CsvTrouble.class)
                .hasMessageContaining("spreadsheet");
        assertThatThrownBy(() -> read("a,b\n".getBytes(StandardCharsets.UTF_16), MOST))
                .isInstanceOf(CsvTrouble.class)
                .hasMessageContaining("UTF-16");
    }

    @Test
    void saysWhereAQuotationMarkIsNotClosed() {
        String text = "id,said\n1,fine\n2,\"never closed\n" + "x,y\n".repeat(400_000);
        assertThatThrownBy(() -> read(text.getBytes(StandardCharsets.UTF_8), 10 << 20))
                .isInstanceOf(CsvTrouble.class)
                .hasMessageContaining("Row 3");
    }
}
