package huibao.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextWidthTest {

    private static final String SIGNS = "ab1 ,.中文，。é–\u2E7F\u2E80\uFFEF\uFFF0\n \t";

    @ParameterizedTest
    @CsvSource({
        "'',10,1",
        "一二三四,9,1",
        "一二三四五,9,2",
        "'a\nb',20,2",
        "'one two three',8,3",
        "abcdefghij,5,3",
        "中😀中😀,9,1",
        "a😀,4,1"
    })
    void countsTheLinesATextTakes(String text, int width, int lines) {
        assertThat(TextWidth.lines(text, width)).isEqualTo(lines);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2023, 630})
    void breaksWhereTheRuleForBreaksSays(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(60); length > 0; length--) {
                text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
            }
            int width = random.nextInt(30);
            assertThat(TextWidth.lines(text.toString(), width))
                    .as("%s in %d", text, width)
                    .isEqualTo(linesBySplitting(text.toString(), Math.max(2, width - 1)));
        }
    }

    @Test
    void looksOnlyAtTheFirstSignForAFormula() {
        assertThat(TextWidth.looksLikeFormula("=1")).isTrue();
        assertThat(TextWidth.looksLikeFormula("1=")).isFalse();
        assertThat(TextWidth.looksLikeFormula("")).isFalse();
    }

    /** The rule said in a pattern: behind a blank, and on both sides of a full-width sign. */
    private static int linesBySplitting(String text, int room) {
        int lines = 0;
        for (String paragraph : text.split("\n", -1)) {
            lines++;
            int used = 0;
            for (String word : paragraph.split("(?<=[ \\u2E80-\\uFFEF])|(?=[\\u2E80-\\uFFEF])", -1)) {
                int width = TextWidth.width(word);
                if (used > 0 && used + width > room) {
                    lines++;
                    used = 0;
                }
                used += width;
                lines += Math.max(0, used - 1) / room;
                used = used == 0 ? 0 : (used - 1) % room + 1;
            }
        }
        return lines;
    }
}
