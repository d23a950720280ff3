package dev.tundish.api.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineSplitterTests {

    private static List<LineSplitter.Line> split(String text, int piece) {
        LineSplitter splitter = new LineSplitter();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        List<LineSplitter.Line> lines = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += piece) {
            lines.addAll(splitter.feed(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + piece))));
        }
        lines.addAll(splitter.end());
        return lines;
    }

    @Test
    void countsBlankLinesAndGivesTheOthers() {
        for (int piece = 1; piece < 9; piece++) {
            assertThat(split("\n \t\r\n{a}\r\n\n{b}", piece))
                    .extracting(LineSplitter.Line::index)
                    .containsExactly(2L, 4L);
        }
    }

    @Test
    void refusesALineOfOneByteTooManyAndGoesOn() {
        String longest = "x".repeat(LineSplitter.LONGEST);
        for (int piece : new int[] {1_000, 65_536, 1 << 20}) {
            assertThat(split(longest + "\r\n" + longest + "x\n" + longest + "xx\n1", piece))
                    .extracting(LineSplitter.Line::tooLong)
                    .containsExactly(false, true, true, false);
        }
    }
}
