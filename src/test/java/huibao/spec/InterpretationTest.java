package huibao.spec;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.model.Amount;
import huibao.model.CellRef;
import huibao.model.Decision;
import huibao.model.Finding;
import huibao.model.FindingKind;
import huibao.model.Observation;
import huibao.model.Period;
import huibao.model.Reading;
import huibao.model.RevisionReason;
import huibao.model.Severity;
import huibao.model.Unit;
import huibao.testing.JobFolder;
import huibao.validation.Context;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/interpretation.md} says what the reader does: its examples are run, its codes are all there are. */
class InterpretationTest {

    private static final Path DOCUMENT = Path.of("docs/interpretation.md");
    private static final Pattern CODE = Pattern.compile("\\b[A-Z]+(?:_[A-Z]+)+\\b|(?<=\\| )[A-Z]{5,}(?= \\|)");
    private static final Set<String> NO_FINDINGS = Set.of("HOLD_AT");
    private static final Workbench NINGBO = new Workbench(JobFolder.ningbo());

    /** The rules over figures have a page of their own, where each has a section. */
    private static final Path RULES = Path.of("docs/rules.md");

    private static final Pattern SECTION = Pattern.compile("^## ([A-Z_]+)$", Pattern.MULTILINE);

    /** A row of the document's main table. */
    private record Example(String typed, String as, String item, String read, String finding) {}

    @TempDir
    Path folder;

    static List<Example> examples() {
        return lines().stream()
                .filter(line -> line.matches("\\|[^|]*\\| (text|number|date) \\|.*"))
                .map(InterpretationTest::example)
                .toList();
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(DOCUMENT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Example example(String line) {
        String[] cells = line.split("\\|");
        String typed = cells[1].strip().replaceAll("^`|`$", "");
        return new Example(typed, cells[2].strip(), cells[3].strip(), cells[4].strip(), cells[5].strip());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void readsWhatTheDocumentSays(Example example) throws IOException {
        Unit unit = NINGBO.unit("鄞州区");
        Path file = folder.resolve("form.xlsx");
        CellRef at = type(NINGBO.form(unit, Period.month(2023, 6)), example, file);

        Reading reading = NINGBO.read(file);

        Observation row = reading.submission().orElseThrow().observations().stream()
                .filter(one -> one.item().value().equals(example.item()))
                .findFirst()
                .orElseThrow();
        if (example.read().equals("missing")) {
            assertThat(row.value().amount()).isInstanceOf(Amount.Missing.class);
        } else {
            assertThat(row.value().amount().known().orElseThrow()).isEqualByComparingTo(new BigDecimal(example.read()));
        }
        Decision decision = NINGBO.judge(reading, Context.none());
        List<String> said = decision.findings().stream()
                .filter(finding -> finding.cells().contains(at))
                .filter(finding ->
                        finding.kind().scope() == FindingKind.Scope.CELL || finding.kind() == FindingKind.REQUIRED)
                .map(Finding::rule)
                .toList();
        assertThat(said).isEqualTo(example.finding().isEmpty() ? List.of() : List.of(example.finding()));
    }

    @Test
    void theMainTableHoldsEnoughToBeWorthRunning() {
        assertThat(examples()).hasSizeGreaterThan(35);
    }

    @Test
    void namesEveryCodeAndNoOther() throws IOException {
        Set<String> named = CODE.matcher(String.join("\n", lines()))
                .results()
                .map(MatchResult::group)
                .filter(code -> !NO_FINDINGS.contains(code))
                .filter(code -> Arrays.stream(Severity.values())
                        .noneMatch(one -> one.name().equals(code)))
                .filter(code -> Arrays.stream(RevisionReason.values())
                        .noneMatch(one -> one.name().equals(code)))
                .collect(Collectors.toCollection(TreeSet::new));
        SECTION.matcher(Files.readString(RULES))
                .results()
                .map(section -> section.group(1))
                .forEach(named::add);

        assertThat(named)
                .isEqualTo(Arrays.stream(FindingKind.values())
                        .map(Enum::name)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void givesEveryReadingFindingItsSeverity() {
        List<String> wrong = new ArrayList<>();
        for (String line : lines()) {
            String[] cells = line.split("\\|");
            if (cells.length > 4 && cells[3].strip().matches("[A-Z_]{4,}")) {
                FindingKind kind = FindingKind.valueOf(cells[3].strip());
                if (!cells[4].strip().equals(kind.defaultSeverity().name())) {
                    wrong.add(line);
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    /** One row of the table "What districts send": its findings and what becomes of the workbooks. */
    private record Outcome(Set<String> findings, Set<String> decisions) {}

    @Test
    void saysOfWhatDistrictsSendWhatTheCasesSay() {
        Map<String, Outcome> said = new TreeMap<>();
        for (String line : lines()) {
            if (line.matches("\\| (D\\d\\d|A2|B\\d|F) \\|.*")) {
                String[] cells = line.split("\\|");
                said.put(cells[1].strip(), new Outcome(words(cells[4]), words(cells[5])));
            }
        }
        Map<String, Outcome> specified = new TreeMap<>();
        for (DirtyCase one : DirtyCase.all()) {
            Outcome row = specified.computeIfAbsent(one.row(), r -> new Outcome(new TreeSet<>(), new TreeSet<>()));
            one.codes().stream()
                    .filter(code -> !code.equals("*"))
                    .map(InterpretationTest::kind)
                    .forEach(row.findings()::add);
            row.decisions().addAll(words(one.decision().toLowerCase(Locale.ROOT)));
        }

        assertThat(said).isEqualTo(specified);
    }

    private static Set<String> words(String cell) {
        return Arrays.stream(cell.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The kind of a finding that is named by its rule's code. */
    private static String kind(String code) {
        return NINGBO.catalogue().rules().stream()
                .filter(rule -> rule.code().equals(code))
                .map(rule -> rule.kind().name())
                .findFirst()
                .orElse(code);
    }

    private static CellRef type(byte[] form, Example example, Path file) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(form));
                OutputStream out = Files.newOutputStream(file)) {
            for (Row row : workbook.getSheet("填报表")) {
                Cell code = row.getCell(2);
                if (code != null
                        && code.getCellType() == CellType.STRING
                        && code.getStringCellValue().equals(example.item())) {
                    Cell cell = row.getCell(4);
                    fill(workbook, cell, example);
                    workbook.write(out);
                    return new CellRef("填报表", cell.getAddress().formatAsString());
                }
            }
        }
        throw new IllegalArgumentException("no row " + example.item());
    }

    private static void fill(XSSFWorkbook workbook, Cell cell, Example example) {
        if (example.typed().isEmpty()) {
            cell.setBlank();
        } else if (example.as().equals("text")) {
            cell.setCellValue(example.typed());
        } else {
            cell.setCellValue(new BigDecimal(example.typed()).doubleValue());
        }
        if (example.as().equals("date")) {
            CellStyle style = workbook.createCellStyle();
            style.setDataFormat((short) 14);
            cell.setCellStyle(style);
        }
    }
}
