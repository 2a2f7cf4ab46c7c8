package huibao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.model.ItemCode;
import huibao.model.MilestoneCode;
import huibao.model.MilestoneState;
import huibao.model.Period;
import huibao.model.Unit;
import huibao.sample.SampleForm;
import huibao.testing.Bureau;
import huibao.testing.JobFolder;
import huibao.testing.LibreOffice;
import huibao.testing.Program;
import huibao.workbook.form.DataNature;
import huibao.workbook.form.FormContents;
import huibao.workbook.form.FormRow;
import huibao.workbook.form.MilestoneEntry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a district types is text in everything that is written, never a formula, a command or a line of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InjectionIT {

    private static final List<String> TEXTS = List.of(
            "=HYPERLINK(\"http://evil.example/\",\"EVIL1\")",
            "+1+1+EVIL2",
            "-2+3+EVIL3",
            "@SUM(1)+EVIL4",
            "\t=1+EVIL5",
            "\r=1+EVIL6",
            "=cmd|' /C calc'!A0+EVIL7",
            "'=1+EVIL8",
            "\u001b[2J\u009b31mEVIL9\n2023-07-08 ERROR forged",
            "\"><script>EVIL10</script>&C&\"x\"");
    private static final Pattern FORMULA = Pattern.compile("<(?:\\w+:)?f[ >][^<]*<|<formula\\d?>[^<]*<");

    private Path folder;
    private Bureau bureau;
    private String output = "";

    /** One unit's form is accepted, one is returned, one is no form at all; texts stand wherever one may. */
    @BeforeAll
    void runANight(@TempDir Path folder) throws Exception {
        this.folder = folder;
        bureau = new Bureau(JobFolder.NINGBO, folder);
        drop("330212", "=1+1", Optional.empty());
        drop("330205", "-2+3\u001b[31m\nforged line", Optional.of(new BigDecimal("-7")));
        drop("330203", "@SUM(1)", Optional.of(new BigDecimal("-7")));
        bureau.drop("=HYPERLINK(\"x\",\"EVIL\")\nno form.xlsx", new byte[] {1, 2, 3}, Period.parse("2023-06"));
        Program.Ended ended = Program.run(
                "run",
                "--period",
                "2023-06",
                "--job",
                JobFolder.NINGBO.toString(),
                "--input",
                folder.resolve("input").toString(),
                "--output",
                folder.resolve("output").toString());
        assertThat(ended.exitCode()).as(ended.output()).isEqualTo(3);
        output = ended.output();
    }

    private void drop(String unit, String name, Optional<BigDecimal> wrong) throws IOException {
        Unit sender = bureau.requireUnit(unit);
        SampleForm sample = bureau.sample(sender, Period.parse("2023-06"));
        Map<ItemCode, FormRow> rows = new LinkedHashMap<>();
        sample.rows().forEach((item, row) -> {
            String text = TEXTS.get(rows.size() % TEXTS.size());
            Optional<BigDecimal> value = Optional.of(row.value());
            rows.put(
                    item,
                    new FormRow(
                            rows.size() == 3 ? wrong.or(() -> value) : value,
                            row.priorYear(),
                            row.forecast(),
                            text,
                            text));
        });
        Map<MilestoneCode, MilestoneEntry> milestones = new LinkedHashMap<>();
        sample.milestones()
                .forEach((code, entry) -> milestones.put(
                        code,
                        new MilestoneEntry(
                                Optional.of(MilestoneState.COMPLETED),
                                Optional.of(LocalDate.of(2023, 5, 1)),
                                TEXTS.get(milestones.size() % TEXTS.size()))));
        Map<String, String> signatures = Map.of(
                "单位负责人",
                TEXTS.get(0),
                "统计负责人",
                TEXTS.get(1),
                "填表人",
                TEXTS.get(2),
                "联系电话",
                TEXTS.get(3),
                "报出日期",
                TEXTS.get(6));
        byte[] form = bureau.form()
                .write(
                        sender,
                        Period.parse("2023-06"),
                        new FormContents(rows, milestones, signatures, String.join(" ", TEXTS), DataNature.SYNTHETIC));
        bureau.drop(name + unit + ".xlsx", wrong.isPresent() ? withOddities(form) : form, Period.parse("2023-06"));
    }

    /** A text where a figure belongs, a row nobody knows, a sheet with a formula for a name. */
    private static byte[] withOddities(byte[] form) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(form))) {
            Sheet sheet = workbook.getSheetAt(0);
            for (Row row : sheet) {
                Cell code = row.getCell(2);
                if (code != null
                        && code.getCellType() == CellType.STRING
                        && code.getStringCellValue().equals("T0304")) {
                    row.getCell(4).setCellValue("=1+EVIL11");
                    row.getCell(0).setCellValue("=HYPERLINK(\"http://evil.example\",\"EVIL12\")");
                }
            }
            workbook.setSheetName(0, "=EVIL13+1");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        }
    }

    @Test
    void writesNoFormulaLinkOrPageCodeThatSomebodyTyped() throws Exception {
        List<Path> workbooks = workbooks();
        assertThat(workbooks).hasSize(3);
        int carriers = 0;
        for (Path workbook : workbooks) {
            for (Map.Entry<String, String> part : parts(workbook).entrySet()) {
                String what = workbook.getFileName() + " " + part.getKey();
                String xml = part.getValue();
                Matcher formulas = FORMULA.matcher(xml);
                while (formulas.find()) {
                    assertThat(formulas.group()).as(what).doesNotContain("EVIL", "HYPERLINK", "cmd|");
                }
                if (part.getKey().endsWith(".rels") || part.getKey().endsWith("workbook.xml")) {
                    assertThat(xml).as(what).doesNotContain("evil.example", "ddeLink", "TargetMode=\"External\"");
                }
                Matcher footers = Pattern.compile("<(odd|even|first)(Header|Footer)>[^<]*")
                        .matcher(xml);
                while (footers.find()) {
                    assertThat(footers.group()).as(what).doesNotContain("EVIL");
                }
            }
            carriers += assertTextsAreStrings(workbook);
        }
        assertThat(carriers).as("cells that carry what was typed").isGreaterThan(50);
    }

    /** Every cell that carries one of the texts is a string; what starts like a formula in the summary is quoted. */
    private static int assertTextsAreStrings(Path file) throws IOException {
        int carriers = 0;
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        if (cell.getCellType() == CellType.STRING
                                && cell.getStringCellValue().contains("EVIL")) {
                            carriers++;
                            boolean risky =
                                    "=+-@\t\r".indexOf(cell.getStringCellValue().charAt(0)) >= 0;
                            boolean ours = file.getFileName().toString().startsWith("汇总表")
                                    || sheet.getSheetName().equals("审核结果");
                            assertThat(!risky || !ours || cell.getCellStyle().getQuotePrefixed())
                                    .as(file.getFileName() + " " + sheet.getSheetName() + " " + cell.getAddress())
                                    .isTrue();
                        } else {
                            assertThat(cell.getCellType() == CellType.FORMULA
                                            && cell.getCellFormula().contains("EVIL"))
                                    .isFalse();
                        }
                    }
                }
            }
        }
        return carriers;
    }

    @Test
    void sendsTheTerminalNoCommandAndForgesNoLine() throws Exception {
        assertThat(output)
                .doesNotContain("\u001b", "\u009b", "\nforged line", "\nno form")
                .contains("no form.xlsx");
        for (Path json : files(".json")) {
            String text = Files.readString(json, StandardCharsets.UTF_8);
            assertThat(text).doesNotContain("\u001b", "\nforged line", "\nno form");
        }
    }

    @Test
    @Tag("libreoffice")
    void nothingIsComputedByAnotherProgram() throws Exception {
        LibreOffice.assumeInstalled();
        for (Path workbook : workbooks()) {
            Path to = Files.createTempDirectory(folder, "page");
            Path page = LibreOffice.convert(Files.copy(workbook, to.resolve("book.xlsx")), "html", to);

            String text = Files.readString(page, StandardCharsets.ISO_8859_1);

            assertThat(text).contains("EVIL").doesNotContain("href=\"http", "#NAME?", "#VALUE!", "Err:5");
            assertThat(text).doesNotContainPattern(">\\s*EVIL1\\s*<");
            Path table = LibreOffice.convert(to.resolve("book.xlsx"), "csv", to);
            assertThat(Files.readString(table, StandardCharsets.ISO_8859_1))
                    .doesNotContainPattern("(?m)(^|,)EVIL1(,|$)");
        }
    }

    private List<Path> workbooks() throws IOException {
        return files(".xlsx");
    }

    private List<Path> files(String ending) throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("output"))) {
            return all.filter(path -> path.toString().endsWith(ending)).sorted().toList();
        }
    }

    private static Map<String, String> parts(Path workbook) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(workbook))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }
}
