package huibao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.catalogue.Catalogue;
import huibao.message.Messages;
import huibao.pipeline.FileCheck;
import huibao.testing.Bureau;
import huibao.testing.JobFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A check fits on a screen, says what to do, and speaks one language. */
class CheckReportTest {

    @TempDir
    Path folder;

    private final Catalogue catalogue = JobFolder.ningbo();

    @Test
    void aFormFullOfMistakesFitsOnOneScreen() throws IOException {
        Map<String, String> changes = new TreeMap<>();
        catalogue.items().stream()
                .limit(20)
                .forEach(item -> changes.put(item.code().value(), ""));
        catalogue.items().stream()
                .skip(20)
                .limit(15)
                .forEach(item -> changes.put(item.code().value(), "-1.5"));
        catalogue.items().stream()
                .skip(35)
                .limit(20)
                .forEach(item -> changes.put(item.code().value(), "*1000"));

        for (Locale language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            List<String> lines = lines(form(changes), language);
            assertThat(lines).hasSizeLessThanOrEqualTo(23);
            assertThat(lines).allSatisfy(line -> assertThat(Console.width(line)).isLessThanOrEqualTo(80));
        }
        assertThat(String.join("\n", lines(form(changes), Locale.CHINESE)))
                .contains("鄞州区  2023-06  → 退回（强制性", "填报表!E10", "……另有", "→ 请填写数字", "改完再查一次");
    }

    @Test
    void englishHasNoChineseButNamesUnitsAndTheFormsOwnLabels() throws IOException {
        String text = String.join(" ", lines(form(Map.of("T0202", "", "T0204", "*3", "T0210", "-1")), Locale.ENGLISH))
                .replaceAll(" +", " ");

        String rest = text.replaceAll("\"[^\"]*\"", "")
                .replaceAll("填报表!\\w+|核实说明|其他说明|unit of measure: \\S+|万 into|typed in 万|万", "");
        assertThat(rest).contains("Yinzhou 2023-06 → returned").doesNotContainPattern("[\\u4e00-\\u9fff，。：；（）]");
    }

    @Test
    void aFileThatIsNoFormSaysWhatToDo() throws IOException {
        Path file = Files.writeString(folder.resolve("通知.txt"), "会议通知", StandardCharsets.UTF_8);

        assertThat(lines(file, Locale.CHINESE))
                .hasSizeLessThanOrEqualTo(23)
                .anyMatch(line -> line.contains("拒收"))
                .anyMatch(line -> line.contains("下发的空白填报表"));
    }

    @Test
    void breaksLinesNeverBeforeAClosingMark() {
        List<String> lines = Console.wrap("请核对数字和正负号，然后改正。Then check it again.", 20, "  → ", "    ");

        assertThat(lines).allSatisfy(line -> assertThat(Console.width(line)).isLessThanOrEqualTo(20));
        assertThat(lines.stream().skip(1))
                .noneMatch(line -> "，。".contains(line.strip().substring(0, 1)));
        assertThat(String.join("", lines.stream().map(String::strip).toList()).replace(" ", ""))
                .isEqualTo("→请核对数字和正负号，然后改正。Thencheckitagain.");
    }

    private Path form(Map<String, String> changes) throws IOException {
        new Bureau(JobFolder.NINGBO, folder).drop("330212", "2023-06", "", changes);
        return folder.resolve("input/inbox/330212-2023-06.xlsx");
    }

    private List<String> lines(Path file, Locale language) throws IOException {
        return new CheckReport(catalogue, Messages.in(language))
                .lines(
                        file.getFileName().toString(),
                        new FileCheck(catalogue, Optional.empty(), Optional.empty()).check(file));
    }
}
