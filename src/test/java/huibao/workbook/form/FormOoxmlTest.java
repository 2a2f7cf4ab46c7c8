package huibao.workbook.form;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.catalogue.Catalogue;
import huibao.catalogue.CatalogueReader;
import huibao.message.Messages;
import huibao.model.CellRef;
import huibao.model.Finding;
import huibao.model.FindingKind;
import huibao.model.Outcome;
import huibao.model.Period;
import huibao.model.Severity;
import huibao.model.SourceFile;
import huibao.model.SubmissionRecord;
import huibao.model.SubmissionState;
import huibao.model.Unit;
import huibao.model.UnitCode;
import huibao.workbook.OoxmlRules;
import huibao.workbook.returned.ReturnContext;
import huibao.workbook.returned.ReturnedWorkbook;
import huibao.workbook.summary.SummaryFixture;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every workbook written keeps to what Excel insists on. */
class FormOoxmlTest {

    private static final Period JUNE = Period.month(2023, 6);

    private final Catalogue catalogue = CatalogueReader.read(Path.of("jobs/ningbo-2023"));

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void formsKeepToTheRules(String language) throws IOException {
        Messages messages = Messages.in(Locale.forLanguageTag(language));
        for (Unit unit : catalogue.units()) {
            assertThat(OoxmlRules.brokenBy(
                            new FormWorkbook(catalogue, messages).write(unit, JUNE, FormContents.blank())))
                    .as(unit.nameZh())
                    .isEmpty();
        }
    }

    @Test
    void returnedWorkbooksKeepToTheRules(@TempDir Path folder) throws IOException {
        Messages messages = Messages.in(Locale.CHINESE);
        Unit unit = catalogue.requireUnit(new UnitCode("330212"));
        Path form = Files.write(
                folder.resolve("form.xlsx"),
                new FormWorkbook(catalogue, messages).write(unit, JUNE, FormContents.blank()));
        ReturnedWorkbook returned = new ReturnedWorkbook(catalogue, messages);
        Path once = Files.write(
                folder.resolve("once.xlsx"), returned.mark(form, record(unit), findings(), ReturnContext.unknown()));

        assertThat(OoxmlRules.brokenBy(Files.readAllBytes(once))).isEmpty();
        assertThat(OoxmlRules.brokenBy(returned.mark(once, record(unit), findings(), ReturnContext.unknown())))
                .as("marked again")
                .isEmpty();
        assertThat(OoxmlRules.brokenBy(returned.mark(
                        Files.writeString(folder.resolve("notes.txt"), "开会"),
                        record(unit),
                        findings(),
                        ReturnContext.unknown())))
                .as("a list of its own")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void summariesKeepToTheRules(String language) throws IOException {
        assertThat(OoxmlRules.brokenBy(SummaryFixture.bytes(
                        catalogue, Locale.forLanguageTag(language), SummaryFixture.withFindings(catalogue))))
                .isEmpty();
    }

    @Test
    void theRulesNoticeAWorkbookThatBreaksThem() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XSSFSheet sheet = workbook.createSheet("a");
            sheet.addMergedRegionUnsafe(CellRangeAddress.valueOf("A1:B1"));
            sheet.addMergedRegionUnsafe(CellRangeAddress.valueOf("B1:C1"));
            sheet.createRow(0).setHeightInPoints(500);
            sheet.getFooter().setCenter("x".repeat(300));
            workbook.write(bytes);
        }

        assertThat(OoxmlRules.brokenBy(bytes.toByteArray()))
                .hasSize(3)
                .anyMatch(broken -> broken.contains("overlapping merge"))
                .anyMatch(broken -> broken.contains("height of row 1"))
                .anyMatch(broken -> broken.contains("oddFooter"));
    }

    private static List<Finding> findings() {
        CellRef value = new CellRef("填报表", "E10");
        return List.of(
                new Finding(
                        "NOT_NEGATIVE",
                        FindingKind.NOT_NEGATIVE,
                        Severity.MANDATORY,
                        Outcome.FAILED,
                        false,
                        Optional.empty(),
                        List.of(value, new CellRef("填报表", "F10")),
                        new TreeMap<>(Map.of(Finding.FOUND, "-1")),
                        ""),
                new Finding(
                        "UNIT_SLIP",
                        FindingKind.UNIT_SLIP,
                        Severity.VERIFY,
                        Outcome.FAILED,
                        false,
                        Optional.empty(),
                        List.of(value, new CellRef("填报表", "E90")),
                        new TreeMap<>(Map.of(Finding.FOUND, "10000")),
                        ""));
    }

    private static SubmissionRecord record(Unit unit) {
        return new SubmissionRecord(
                "330212-2023-06-v1",
                1,
                Optional.of(unit.code()),
                Optional.of(JUNE),
                Optional.of("甬报2023-1表"),
                1,
                SubmissionState.RETURNED,
                "NOT_NEGATIVE",
                new SourceFile("鄞州.xlsx", "0".repeat(64), 10),
                Instant.parse("2023-07-05T01:00:00Z"),
                Instant.parse("2023-07-05T01:00:00Z"),
                Instant.parse("2023-07-05T02:00:00Z"),
                "0".repeat(64),
                false);
    }
}
