package huibao.submission;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.message.Messages;
import huibao.model.Finding;
import huibao.model.FindingKind;
import huibao.spreadsheet.Bound;
import huibao.spreadsheet.Damage;
import huibao.spreadsheet.FileKind;
import huibao.testing.HostileFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a refused file's sender reads: words in the language, no code, no path, no library's English. */
class RefusalTextsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void everyCodeOfARefusalHasWords(String language) {
        Messages messages = Messages.in(Locale.forLanguageTag(language));
        Stream<String> codes = Stream.of(
                        Stream.of(FileKind.values()).map(kind -> "FileKind." + kind.label()),
                        Stream.of(FileKind.Advice.values()).map(advice -> "FileAdvice." + advice.code()),
                        Stream.of("xls", "xlsx").map(code -> "FileKind." + code),
                        Stream.of(Damage.values()).map(damage -> "Damage." + damage.code()),
                        Stream.of(Bound.values())
                                .flatMap(bound -> Stream.of("", ".most").map(end -> "Bound." + bound.code() + end)),
                        Stream.of("Bound.memory"))
                .flatMap(each -> each);

        assertThat(messages.keys()).containsAll(codes.toList());
    }

    @Test
    void tellsACutFileWithoutThePathOfThisMachine() throws Exception {
        byte[] whole = Files.readAllBytes(Forms.form(folder, "xlsx", w -> {}));
        Finding finding = only(Files.write(folder.resolve("cut.xlsx"), Arrays.copyOf(whole, whole.length / 2)));

        assertThat(finding.parameters()).containsEntry("found", "truncated");
        assertThat(chinese(finding)).isEqualTo("文件已损坏，无法读取：文件不完整，可能没有传完。");
    }

    @Test
    void tellsDamagedXmlWithoutTheParsersWords() throws Exception {
        Finding finding = only(Forms.zip(folder.resolve("x.xlsx"), Forms.barePackage("<worksheet><sheetData></x>")));

        assertThat(finding.parameters()).containsEntry("found", "xml");
        assertThat(chinese(finding)).isEqualTo("文件已损坏，无法读取：内容格式有误。");
    }

    @Test
    void tellsACutXlsFileLikeAnyOther() throws Exception {
        byte[] whole = Files.readAllBytes(Forms.form(folder, "xls", w -> {}));
        Finding finding = only(Files.write(folder.resolve("cut.xls"), Arrays.copyOf(whole, 600)));

        assertThat(finding.parameters()).containsEntry("found", "truncated");
        assertThat(chinese(finding)).isEqualTo("文件已损坏，无法读取：文件不完整，可能没有传完。");
    }

    @Test
    void callsNoFileDamagedThatALibraryCouldNotRead() throws Exception {
        Finding finding = only(HostileFiles.XLS_WHOSE_BLOCKS_RUN_IN_A_CIRCLE.in(folder));

        assertThat(finding.kind()).isEqualTo(FindingKind.READER_FAILED);
        assertThat(finding.parameters()).containsEntry("found", "");
        assertThat(chinese(finding)).contains("本系统未能读取这个文件", "不表示文件已损坏");
        assertThat(Messages.in(Locale.ENGLISH).message(finding))
                .contains("We could not read this file", "fault is ours");
    }

    @Test
    void tellsAnotherKindOfFileInTheReadersLanguage() throws Exception {
        Finding letter = only(Files.writeString(folder.resolve("a"), "各位领导", StandardCharsets.UTF_8));
        Finding page = only(Files.writeString(folder.resolve("b"), "<html><table>", StandardCharsets.UTF_8));

        assertThat(chinese(letter)).isEqualTo("收到的文件不是 Excel 或 WPS 表格：文本文件（UTF-8 编码）。");
        assertThat(chinese(page)).isEqualTo("文件格式不能读取：网页文件（html）。");
        assertThat(Messages.in(Locale.ENGLISH).found(page)).isEqualTo("a web page (html)");
    }

    @Test
    void tellsWhatThereIsTooMuchOfButKeepsTheNameOfASheet() {
        Map<String, String> bound = Map.of("found", Bound.SHEETS.code(), "limit", "256");
        Map<String, String> sheet = Map.of("found", "sheets", "sheet", "sheets", "limit", "100000");

        assertThat(chinese(tooLarge(bound))).isEqualTo("文件超出读取限额：工作表太多（最多 256 张工作表）。");
        assertThat(chinese(tooLarge(sheet))).isEqualTo("文件超出读取限额：有内容的单元格太多（每张工作表最多 100,000 个有内容的单元格），在工作表“sheets”。");
        assertThat(Messages.in(Locale.CHINESE)
                        .expected(tooLarge(Map.of("found", Bound.FILE_BYTES.code(), "limit", "20971520"))))
                .isEqualTo("在读取限额以内：最大 20 MB");
    }

    private static Finding tooLarge(Map<String, String> parameters) {
        return Finding.ofReading(FindingKind.TOO_LARGE, Optional.empty(), List.of(), parameters);
    }

    private static String chinese(Finding finding) {
        return Messages.in(Locale.CHINESE).message(finding);
    }

    private static Finding only(Path file) {
        List<Finding> findings = Forms.read(file).findings();
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }
}
