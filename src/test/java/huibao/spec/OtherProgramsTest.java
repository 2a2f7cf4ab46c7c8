package huibao.spec;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.catalogue.CatalogueReader;
import huibao.model.Decision;
import huibao.model.FindingKind;
import huibao.model.MilestoneReport;
import huibao.model.Observation;
import huibao.model.Period;
import huibao.model.Reading;
import huibao.model.Submission;
import huibao.model.SubmissionState;
import huibao.model.Unit;
import huibao.testing.JobFolder;
import huibao.testing.LibreOffice;
import huibao.validation.Context;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our own form as other programs, other versions of Excel and other people leave it. */
class OtherProgramsTest {

    private static final Workbench NINGBO = new Workbench(JobFolder.ningbo());
    private static final Workbench SEASIDE = new Workbench(JobFolder.seaside());
    private static final Period JUNE = Period.month(2023, 6);

    @TempDir
    Path folder;

    private final Unit yinzhou = NINGBO.unit("鄞州区");

    private Reading read(byte[] form) throws IOException {
        return NINGBO.read(Files.write(folder.resolve("form.bin"), form));
    }

    private Reading edited(String... steps) throws IOException {
        return read(FormEditor.apply(NINGBO.form(yinzhou, JUNE), List.of(steps)));
    }

    private static Submission submission(Reading reading) {
        return reading.submission().orElseThrow(() -> new AssertionError(reading.findings()));
    }

    private static Observation row(Reading reading, String item) {
        return submission(reading).observations().stream()
                .filter(row -> row.item().value().equals(item))
                .findFirst()
                .orElseThrow();
    }

    /** Same figures, same cells, same words around them. */
    private static void assertSame(Reading reading, Reading original) {
        assertThat(reading.findings()).isEqualTo(original.findings());
        List<Observation> rows = submission(reading).observations();
        List<Observation> expected = submission(original).observations();
        assertThat(rows).hasSameSizeAs(expected);
        for (int i = 0; i < rows.size(); i++) {
            Observation one = rows.get(i);
            Observation other = expected.get(i);
            assertThat(Stream.of(one.value(), one.priorYear(), one.forecast(), one.assigned())
                            .map(figure -> figure.at() + " " + figure.amount() + " " + figure.rawText()))
                    .isEqualTo(Stream.of(other.value(), other.priorYear(), other.forecast(), other.assigned())
                            .map(figure -> figure.at() + " " + figure.amount() + " " + figure.rawText())
                            .toList());
            assertThat(one.item()).isEqualTo(other.item());
            assertThat(one.remark()).isEqualTo(other.remark());
        }
        assertThat(submission(reading).milestones())
                .isEqualTo(submission(original).milestones());
        assertThat(submission(reading).header()).isEqualTo(submission(original).header());
    }

    @Test
    void readsDatesOfAWorkbookThatCountsFrom1904() throws IOException {
        Reading reading = edited(
                "dates from 1904",
                "milestone M0817 进展状态 := 推进中",
                "milestone M0817 日期 := 2023/6/15",
                "T0204 本年累计 := 2023/1/6");

        MilestoneReport report = submission(reading).milestones().get(0);
        assertThat(report.date()).contains(LocalDate.of(2023, 6, 15));
        assertThat(reading.findings())
                .filteredOn(finding -> finding.kind() == FindingKind.DATE_AS_NUMBER)
                .extracting(finding -> finding.parameters().get("found"))
                .containsExactly("2023-01-06");
    }

    @Test
    void readsAWorkbookWithMacrosAsIfItHadNone() throws IOException {
        Reading reading = edited("add macros");

        assertThat(reading.findings())
                .extracting(finding -> finding.kind())
                .containsExactly(FindingKind.MACROS_IGNORED);
        assertThat(submission(reading).observations())
                .isEqualTo(submission(edited("as it is")).observations());
    }

    @Test
    void refusesAnEncryptedXlsAndOpensOneWithExcelsOwnPassword() throws IOException {
        try (HSSFWorkbook workbook = FileMaker.asXls(NINGBO.form(yinzhou, JUNE))) {
            Reading locked = read(FileMaker.encryptedXls(workbook, "secret"));
            assertThat(locked.findings()).extracting(finding -> finding.kind()).containsExactly(FindingKind.ENCRYPTED);
        }
        try (HSSFWorkbook workbook = FileMaker.asXls(NINGBO.form(yinzhou, JUNE))) {
            Reading open = read(FileMaker.encryptedXls(workbook, "VelvetSweatshop"));
            assertThat(submission(open).observations()).hasSizeGreaterThan(50);
        }
    }

    @Test
    void usesTheLastValueOfALinkToAnotherFileInXlsx() throws IOException {
        Reading reading = edited("T0204 本年累计 := ='[1]基础表'!B5 → 44");

        assertThat(row(reading, "T0204").value().amount().known().orElseThrow()).isEqualByComparingTo("44");
        assertThat(reading.findings()).extracting(finding -> finding.kind()).containsExactly(FindingKind.EXTERNAL_LINK);
    }

    @Test
    void usesTheLastValueOfALinkToAnotherFileInXls() throws IOException {
        try (HSSFWorkbook workbook = FileMaker.asXls(NINGBO.form(yinzhou, JUNE));
                HSSFWorkbook other = new HSSFWorkbook()) {
            other.createSheet("基础表").createRow(4).createCell(1).setCellValue(44);
            workbook.linkExternalWorkbook("基础.xls", other);
            Cell cell = find(workbook.getSheet("填报表"), "T0204").getCell(4);
            cell.setCellFormula("[基础.xls]基础表!B5");
            cell.setCellValue(44);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);

            Reading reading = read(out.toByteArray());

            assertThat(row(reading, "T0204").value().amount().known().orElseThrow())
                    .isEqualByComparingTo("44");
            assertThat(reading.findings())
                    .extracting(finding -> finding.kind())
                    .containsExactly(FindingKind.EXTERNAL_LINK);
        }
    }

    @Test
    void readsStrictOfficeXml() throws IOException {
        byte[] form = NINGBO.form(yinzhou, JUNE);

        assertSame(read(strict(form)), read(form));
    }

    @ParameterizedTest
    @ValueSource(strings = {"insert 1 rows above", "insert 30 rows above"})
    void findsATableThatMovedDown(String step) throws IOException {
        Reading moved = edited(step);

        assertThat(moved.findings()).isEmpty();
        assertThat(submission(moved).observations().stream()
                        .map(row -> row.value().amount())
                        .toList())
                .isEqualTo(submission(read(NINGBO.form(yinzhou, JUNE))).observations().stream()
                        .map(row -> row.value().amount())
                        .toList());
    }

    @Test
    void readsColumnsInAnotherOrderAndFurtherRight() throws IOException {
        byte[] form = NINGBO.form(yinzhou, JUNE);
        int[] places = {5, 9, 4, 2, 11, 7, 13, 3, 6, 8};
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                Workbook source = org.apache.poi.ss.usermodel.WorkbookFactory.create(new ByteArrayInputStream(form))) {
            Sheet to = workbook.createSheet("Sheet1");
            for (Row row : source.getSheet("填报表")) {
                boolean table = row.getRowNum() > 6 - 1 && row.getRowNum() < 92;
                for (Cell cell : row) {
                    int column = table && cell.getColumnIndex() < places.length
                            ? places[cell.getColumnIndex()]
                            : cell.getColumnIndex();
                    FileMaker.copy(cell, row(to, row.getRowNum()).createCell(column));
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);

            Reading reading = read(out.toByteArray());

            assertThat(reading.findings()).isEmpty();
            Reading original = read(form);
            for (Observation row : submission(original).observations()) {
                Observation moved = row(reading, row.item().value());
                assertThat(moved.value().amount()).isEqualTo(row.value().amount());
                assertThat(moved.priorYear().amount()).isEqualTo(row.priorYear().amount());
                assertThat(moved.forecast().amount()).isEqualTo(row.forecast().amount());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "鄞州区-2023年6月-报送表(最终版2).xlsx",
                "副本鄞州 6月.xls",
                "新建 Microsoft Excel 工作表.xlsx",
                "最终版2.xlsx",
                "鄞州区统计局关于报送2023年1—6月进展的报告.xlsx",
                "330212-2023-06-0708重报(1).xlsx"
            })
    void takesAFileWhateverItIsCalledUnlessTheNameContradicts(String name) throws IOException {
        Path file = Files.write(folder.resolve("form.bin"), NINGBO.form(yinzhou, JUNE));

        assertThat(NINGBO.read(file, name).findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"北岸,2024-Q1", "北岸,2024-Q2", "南岸,2024-Q3", "南岸,2024-Q4", "海滨市,2024-Q2"})
    void acceptsTheFormOfAQuarterlyJob(String name, String period) throws IOException {
        Path file = Files.write(folder.resolve("form.xlsx"), SEASIDE.form(SEASIDE.unit(name), Period.parse(period)));

        Reading reading = SEASIDE.read(file, name + period + ".xlsx");

        Decision decision = SEASIDE.judge(reading, Context.none());
        assertThat(decision.findings()).isEmpty();
        assertThat(decision.state()).isEqualTo(SubmissionState.ACCEPTED);
        assertThat(submission(reading).period()).isEqualTo(Period.parse(period));
    }

    @Test
    void acceptsTheFormOfAnAnnualJobWithAndWithoutItsStamp() throws IOException {
        Path job = JobFolder.copy(JobFolder.SEASIDE, folder.resolve("annual"));
        JobFolder.edit(job, "job.yaml", "frequency: QUARTERLY", "frequency: ANNUAL");
        Files.writeString(job.resolve("deadlines.csv"), "kind,code,due\nREPORT,2024,2025-01-31T12:00\n");
        Workbench annual = new Workbench(CatalogueReader.read(job));
        byte[] form = annual.form(annual.unit("北岸"), Period.year(2024));
        for (List<String> steps : List.of(List.of("as it is"), List.of("remove the stamp"))) {
            Path file = Files.write(folder.resolve("form.xlsx"), FormEditor.apply(form, steps));

            Reading reading = annual.read(file);

            Decision decision = annual.judge(reading, Context.none());
            assertThat(decision.findings()).isEmpty();
            assertThat(submission(reading).period()).isEqualTo(Period.year(2024));
        }
    }

    @Test
    @Tag("libreoffice")
    void readsTheSameFiguresFromTheSameCellsAfterAnotherProgramSavedTheForm() throws Exception {
        LibreOffice.assumeInstalled();
        Path form = Files.write(folder.resolve("form.xlsx"), NINGBO.form(yinzhou, JUNE));
        Reading original = NINGBO.read(form);
        Path ods = LibreOffice.convert(form, "ods", Files.createDirectory(folder.resolve("ods")));
        assertSame(
                NINGBO.read(LibreOffice.convert(form, "xlsx", Files.createDirectory(folder.resolve("a")))), original);
        assertSame(NINGBO.read(LibreOffice.convert(form, "xls", Files.createDirectory(folder.resolve("b")))), original);
        assertSame(NINGBO.read(LibreOffice.convert(ods, "xlsx", Files.createDirectory(folder.resolve("c")))), original);
    }

    private static Row find(Sheet sheet, String item) {
        for (Row row : sheet) {
            if (row.getCell(2) != null && row.getCell(2).toString().equals(item)) {
                return row;
            }
        }
        throw new IllegalArgumentException("no row " + item);
    }

    private static Row row(Sheet sheet, int number) {
        return sheet.getRow(number) == null ? sheet.createRow(number) : sheet.getRow(number);
    }

    /** ISO 29500 strict: other namespaces, and relation types to match. */
    private static byte[] strict(byte[] form) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(form));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .replace(
                                "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                                "http://purl.oclc.org/ooxml/spreadsheetml/main")
                        .replace(
                                "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                                "http://purl.oclc.org/ooxml/officeDocument/relationships")
                        .replace("<workbook ", "<workbook conformance=\"strict\" ");
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(text.getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
