package huibao.spec;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.model.Finding;
import huibao.model.FindingKind;
import huibao.model.ItemCode;
import huibao.model.Observation;
import huibao.model.Period;
import huibao.model.Reading;
import huibao.testing.JobFolder;
import huibao.testing.XlsBytes;
import huibao.testing.XlsBytes.Entry;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Good files by the hundred, each odd in one way: every figure is read that was typed, and nothing is said of them. */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoodFilesTest {

    private static final Workbench NINGBO = new Workbench(JobFolder.ningbo());
    private static final List<String> CONTENTS =
            List.of("zeros", "noise", "ones", "text", "records", "ends", "packages");
    private static final List<Integer> LENGTHS =
            List.of(1, 2, 3, 4, 5, 7, 8, 21, 22, 23, 63, 511, 512, 513, 4_095, 8_225, 65_535, 65_557, 70_000, 200_000);

    private Path folder;
    private byte[] xlsx;
    private byte[] xls;
    private Map<ItemCode, Optional<BigDecimal>> typed;

    @BeforeAll
    void makeAForm(@TempDir Path shared) throws IOException {
        folder = shared;
        xlsx = NINGBO.form(NINGBO.unit("鄞州区"), Period.parse("2023-06"));
        xls = FileMaker.become(xlsx, "an xls");
        typed = figures(read(xlsx));
        assertThat(typed).hasSizeGreaterThan(60);
        assertThat(figures(read(xls))).isEqualTo(typed);
    }

    @Test
    void readsAPackageWhateverStandsBehindIt() throws IOException {
        assertGoodWithAnythingBehind(xlsx, "file");
    }

    @Test
    void readsAPackageWithAnArchiveBehindItOnlyIfItIsOne() throws IOException {
        byte[] other = FileMaker.become(xlsx, "a zip of forms");
        byte[] both = Arrays.copyOf(xlsx, xlsx.length + other.length);
        System.arraycopy(other, 0, both, xlsx.length, other.length);

        assertThat(read(both).submission().map(ignored -> typed)).isIn(Optional.empty(), Optional.of(typed));
    }

    @Test
    void readsAContainerWhateverStandsBehindIt() throws IOException {
        assertGoodWithAnythingBehind(xls, "file");
    }

    @Test
    void readsRecordsWhateverStandsBehindThem() throws IOException {
        assertGoodWithAnythingBehind(xls, "records");
    }

    @Test
    void takesAPasswordForAPasswordWhateverStandsBehindIt() throws IOException {
        for (String locked : List.of("encrypted", "an encrypted xls")) {
            byte[] file = FileMaker.become(xlsx, locked);
            for (String content : CONTENTS) {
                for (int length : List.of(1, 4, 511, 700, 70_000)) {
                    assertThat(kinds(FileMaker.become(file, length + " bytes of " + content + " behind the file")))
                            .as(locked + " " + length + " " + content)
                            .containsExactly(FindingKind.ENCRYPTED);
                }
            }
        }
        byte[] file = FileMaker.become(xlsx, "an encrypted xls");
        for (String content : CONTENTS) {
            for (int length : LENGTHS) {
                assertThat(kinds(FileMaker.become(file, length + " bytes of " + content + " behind the records")))
                        .as(length + " " + content)
                        .containsExactly(FindingKind.ENCRYPTED);
            }
        }
    }

    @Test
    void readsEveryNumberFormatThatTheFileDoesNotDefine() throws IOException {
        Set<Integer> dates = Set.of(14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47);
        List<Integer> ids =
                new ArrayList<>(IntStream.rangeClosed(0, 170).boxed().toList());
        ids.addAll(List.of(200, 382, 383, 1_000, 32_767, 32_768, 65_534, 65_535));
        for (int id : ids) {
            boolean isDate = dates.contains(id) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
            boolean isPercent = id == 9 || id == 10;
            byte[] file = FileMaker.become(xls, "number format " + id + " everywhere");
            if (isDate) {
                assertThat(kinds(file)).as("format " + id).contains(FindingKind.DATE_AS_NUMBER);
            } else if (!isPercent) {
                assertThat(figures(read(file))).as("format " + id).isEqualTo(typed);
            }
        }
    }

    @Test
    void readsCellsOfAStyleThatTheFileDoesNotDefine() {
        Set<Integer> cells = Set.of(0x203, 0xFD, 0x27E, 0x201);
        for (int style : new int[] {62, 500, 4_095, 32_767, 40_000, 65_535}) {
            assertThat(figures(edited(entry -> {
                        if (cells.contains(entry.kind())) {
                            entry.buffer().putShort(4, (short) style);
                        }
                    })))
                    .as("style " + style)
                    .isEqualTo(typed);
        }
    }

    @Test
    void readsFormatsWhoseTextIsOdd() {
        byte[][] texts = {
            {}, {'"'}, {'['}, {'\\'}, {'%'}, {'_'}, {'*'}, {';', ';', ';', ';', ';'}, {'[', '$', '-', ']'}, {0, 1, 2}
        };
        for (byte[] text : texts) {
            byte[] file = XlsBytes.changed(xls, stream -> {
                List<Entry> entries = new ArrayList<>(XlsBytes.entries(stream));
                int first = IntStream.range(0, entries.size())
                        .filter(i -> entries.get(i).kind() == XlsBytes.STYLE)
                        .findFirst()
                        .orElseThrow();
                byte[] body = new byte[5 + text.length];
                body[0] = (byte) 200;
                body[2] = (byte) text.length;
                System.arraycopy(text, 0, body, 5, text.length);
                entries.add(first, new Entry(XlsBytes.FORMAT, body));
                return XlsBytes.placed(entries);
            });

            assertThat(figures(read(file))).as(Arrays.toString(text)).isEqualTo(typed);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zeros between the sheets",
                "the last sheet's records first",
            })
    void readsSheetsWhereverTheirRecordsStand(String how) throws IOException {
        assertGood(xls, how);
        assertGood(FileMaker.become(xls, how), "300 bytes of records behind the records");
    }

    @Test
    void tellsWhichSheetsAreMissing() {
        byte[] file = XlsBytes.changed(xls, stream -> {
            List<Entry> all = XlsBytes.entries(stream);
            int last =
                    XlsBytes.parts(all).stream().mapToInt(List::size).limit(2).sum();
            return Arrays.copyOf(stream, XlsBytes.stream(all.subList(0, last)).length);
        });

        assertThat(kinds(file)).containsExactly(FindingKind.UNREADABLE_WORKBOOK);
    }

    @ParameterizedTest
    @ValueSource(ints = {3_999, 4_000, 4_001, 10_000, 65_536, 199_000})
    void seesAMergeBehindAnyNumberOfOthers(int others) throws IOException {
        assertThat(kinds(FileMaker.become(xlsx, others + " merges and then E13:E14")))
                .as("" + others)
                .contains(FindingKind.MERGED_FIGURE);
        assertGood(xlsx, others + " merges and then AA1:AB2");
    }

    private void assertGoodWithAnythingBehind(byte[] file, String place) throws IOException {
        for (String content : CONTENTS) {
            for (int length : LENGTHS) {
                assertGood(file, length + " bytes of " + content + " behind the " + place);
            }
        }
    }

    private void assertGood(byte[] file, String what) throws IOException {
        Reading reading = read(FileMaker.become(file, what));
        assertThat(reading.findings()).as(what).isEmpty();
        assertThat(figures(reading)).as(what).isEqualTo(typed);
    }

    private byte[] editedFile(Consumer<Entry> edit) {
        return XlsBytes.edited(xls, entries -> entries.forEach(edit));
    }

    private Reading edited(Consumer<Entry> edit) {
        return read(editedFile(edit));
    }

    private List<FindingKind> kinds(byte[] file) {
        return read(file).findings().stream().map(Finding::kind).distinct().toList();
    }

    private Reading read(byte[] bytes) {
        try {
            return NINGBO.read(Files.write(folder.resolve("form.bin"), bytes));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<ItemCode, Optional<BigDecimal>> figures(Reading reading) {
        Map<ItemCode, Optional<BigDecimal>> figures = new TreeMap<>();
        for (Observation observation : reading.submission()
                .orElseThrow(() -> new AssertionError(reading.findings()))
                .observations()) {
            figures.put(observation.item(), observation.value().amount().known());
        }
        return figures;
    }
}
