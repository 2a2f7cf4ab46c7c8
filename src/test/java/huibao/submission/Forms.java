package huibao.submission;

import huibao.model.Accumulation;
import huibao.model.Finding;
import huibao.model.FindingKind;
import huibao.model.Frequency;
import huibao.model.Item;
import huibao.model.ItemCode;
import huibao.model.ItemRole;
import huibao.model.Milestone;
import huibao.model.MilestoneCode;
import huibao.model.MilestoneKind;
import huibao.model.Observation;
import huibao.model.Reading;
import huibao.model.ReadingLimits;
import huibao.model.Reporter;
import huibao.model.SourceFile;
import huibao.model.Unit;
import huibao.model.UnitCode;
import huibao.model.UnitKind;
import huibao.spreadsheet.BookOpener;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A small job, its form as a workbook, and workbooks written by hand. */
final class Forms {

    static final String CODE = "测报1表";
    static final String HASH = "a".repeat(64);

    /** What forms made by an older program say of the same job folder. */
    static final String HASH_OF_OLD = "c".repeat(64);

    /** Row of the first item and column of 本年累计 on {@link #fill}, 0-based. */
    static final int FIRST = 6;

    static final int VALUE = 4;
    static final int PRIOR = 5;
    static final int GROWTH = 6;

    private Forms() {}

    static FormDefinition definition() {
        return definition(Frequency.MONTHLY);
    }

    static FormDefinition definition(Frequency frequency) {
        return new FormDefinition(
                CODE,
                frequency,
                2023,
                LocalDate.of(2024, 1, 31),
                List.of(HASH, HASH_OF_OLD),
                List.of(
                        unit("330212", "鄞州区", "鄞州", UnitKind.DISTRICT, 1),
                        unit("330282", "慈溪市", "慈溪", UnitKind.DISTRICT, 2, "慈溪市（含前湾）"),
                        unit("330213", "奉化区", "奉化", UnitKind.DISTRICT, 3),
                        unit("330200", "宁波市", "宁波", UnitKind.CITY, 4, "全市")),
                List.of(
                        item("T01", "新增高新技术企业", "家", 0, Reporter.DISTRICT),
                        item("T02", "技术交易额", "亿元", 4, Reporter.DISTRICT),
                        item("T03", "引进大学生", "万人", 4, Reporter.DISTRICT),
                        item("T04", "粮食产量", "亿斤", 4, Reporter.DISTRICT),
                        item("T05", "低效用地再开发", "亩", 2, Reporter.DISTRICT),
                        item("T06", "新增光伏装机", "万千瓦", 4, Reporter.DISTRICT),
                        item("C01", "海铁联运量", "万标箱", 4, Reporter.CITY)),
                List.of(milestone("M01", "招商图谱"), milestone("M02", "人才政策体系"), milestone("M03", "行动方案")));
    }

    static Unit unit(String code, String name, String shortName, UnitKind kind, int order, String... aliases) {
        return new Unit(new UnitCode(code), name, shortName, name, kind, Optional.empty(), order, List.of(aliases));
    }

    static Item item(String code, String name, String unit, int decimals, Reporter reporter) {
        return new Item(
                new ItemCode(code),
                name,
                "",
                unit,
                decimals,
                Accumulation.YTD,
                true,
                reporter,
                ItemRole.LEVEL,
                Optional.empty());
    }

    private static Milestone milestone(String code, String name) {
        return new Milestone(
                new MilestoneCode(code),
                "二",
                "招商",
                name,
                "",
                "制定",
                MilestoneKind.PLAN,
                "文号",
                List.of(new UnitCode("330212")),
                1);
    }

    /** The form of 鄞州区 for June 2023, every figure given. */
    static void fill(Workbook workbook) {
        Sheet sheet = workbook.createSheet("填报表");
        row(sheet, 0, "政府工作报告目标任务进展月报");
        row(sheet, 1, "", "", "", "", "", "", "表    号：" + CODE);
        row(sheet, 2, "填报单位：鄞州区", "", "", "2023年1—6月", "", "", "有效期至：2024年1月31日");
        row(sheet, 4, "指 标 名 称", "计量\n单位", "代码", "年度目标(分解)", "本年累计/期末", "上年同期", "同比%", "预计全年", "核实说明", "备注");
        row(sheet, 5, "甲", "乙", "丙", 1, 2, 3, 4, 5, "丁", "戊");
        row(sheet, 6, "新增高新技术企业", "家", "T01", 100, 40, 32, 25, 90, "", "");
        row(sheet, 7, "技术交易额", "亿元", "T02", "", 45.5, 40, 13.75, "", "", "");
        row(sheet, 8, "引进大学生", "万人", "T03", "", 1.2, 1, 20, "", "", "");
        row(sheet, 9, "粮食产量", "亿斤", "T04", "", 0.5, 0.5, 0, "", "", "");
        row(sheet, 10, "低效用地再开发", "亩", "T05", "", 900, 800, 12.5, "", "", "");
        row(sheet, 11, "新增光伏装机", "万千瓦", "T06", "", 3, 2, 50, "", "", "");
        row(sheet, 13, "单位负责人：张三  统计负责人：李四  填表人：王五  联系电话：0574-1  报出日期：2023年7月5日");
        row(sheet, 14, "其他说明：", "无需说明的事项");
    }

    static void row(Sheet sheet, int number, Object... values) {
        Row row = sheet.getRow(number) == null ? sheet.createRow(number) : sheet.getRow(number);
        for (int i = 0; i < values.length; i++) {
            set(row, i, values[i]);
        }
    }

    static void set(Row row, int column, Object value) {
        if (value instanceof Number number) {
            cell(row, column).setCellValue(number.doubleValue());
        } else if (!value.toString().isEmpty()) {
            cell(row, column).setCellValue(value.toString());
        } else if (row.getCell(column) != null) {
            row.removeCell(row.getCell(column));
        }
    }

    static Cell cell(Row row, int column) {
        return row.getCell(column) == null ? row.createCell(column) : row.getCell(column);
    }

    static Cell cell(Workbook workbook, int row, int column) {
        Sheet sheet = workbook.getSheetAt(0);
        return cell(sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row), column);
    }

    static void set(Workbook workbook, int row, int column, Object value) {
        cell(workbook, row, column);
        set(workbook.getSheetAt(0).getRow(row), column, value);
    }

    /** The form as a file, changed as the test says. */
    static Path form(Path folder, String format, Consumer<Workbook> change) {
        try (Workbook workbook = format.equals("xls") ? new HSSFWorkbook() : new XSSFWorkbook()) {
            fill(workbook);
            change.accept(workbook);
            Path file = folder.resolve("form." + format);
            try (OutputStream out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Reading read(Path file) {
        return read(file, "x.bin");
    }

    static Reading read(Path file, String name) {
        return new SubmissionReader(definition(), (source, why) -> {})
                .read(file, new SourceFile(name, "0".repeat(64), 1));
    }

    /** A reader of the form within limits and by a clock of the test's own. */
    static SubmissionReader reader(ReadingLimits limits, LongSupplier nanoTime) {
        return new SubmissionReader(definition().within(limits), (source, why) -> {}, BookOpener::open, nanoTime);
    }

    static List<FindingKind> kinds(Reading reading) {
        return reading.findings().stream().map(Finding::kind).toList();
    }

    static Observation observation(Reading reading, String item) {
        return reading.submission().orElseThrow(() -> new AssertionError(reading.findings())).observations().stream()
                .filter(o -> o.item().value().equals(item))
                .findFirst()
                .orElseThrow();
    }

    /** A package written part by part. */
    static Path zip(Path file, Map<String, String> parts) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                out.putNextEntry(new ZipEntry(part.getKey()));
                out.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return file;
    }

    /** A package whose parts are not compressed, so that a byte changed in it stays readable. */
    static Path storedZip(Path file, Map<String, String> parts) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.setMethod(ZipOutputStream.STORED);
            for (Map.Entry<String, String> part : parts.entrySet()) {
                byte[] content = part.getValue().getBytes(StandardCharsets.UTF_8);
                CRC32 crc = new CRC32();
                crc.update(content);
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setSize(content.length);
                entry.setCrc(crc.getValue());
                out.putNextEntry(entry);
                out.write(content);
                out.closeEntry();
            }
        }
        return file;
    }

    /** A workbook of one sheet without anything a reader could do without. */
    static Map<String, String> barePackage(String sheetXml) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns=\"http://purl.oclc.org/ooxml/spreadsheetml/main\""
                        + " xmlns:r=\"http://purl.oclc.org/ooxml/officeDocument/relationships\">"
                        + "<sheets><sheet name=\"填报表\" sheetId=\"1\" r:id=\"rId1\"/>"
                        + "<sheet name=\"失踪\" sheetId=\"2\" r:id=\"rId9\"/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        + "<Relationship Id=\"rId1\" Type=\"http://x/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                        + "</Relationships>");
        parts.put("xl/worksheets/sheet1.xml", sheetXml);
        return parts;
    }

    static String text(String text) {
        return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }
}
