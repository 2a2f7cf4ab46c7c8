package huibao.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A filled form as the program writes it, taken apart where a copy for another unit differs: its figures,
 * the unit's name and code, and the hidden stamp. Everything else is copied as it is.
 */
final class FormTemplate {

    private static final String FIGURES = "xl/worksheets/sheet1.xml";
    private static final String MILESTONES = "xl/worksheets/sheet2.xml";
    private static final String STRINGS = "xl/sharedStrings.xml";
    private static final String WORKBOOK = "xl/workbook.xml";
    private static final Pattern STRING = Pattern.compile("<si><t[^>]*>([^<]*)</t></si>");
    private static final Pattern CELL = Pattern.compile(
            "(<c r=\"([C-H])(\\d+)\" s=\"\\d+\")( t=\"(\\w+)\")?>(<f>[^<]*</f>)?<v(?:/>|>([^<]*)</v>)</c>");
    private static final Pattern DATE = Pattern.compile("(<c r=\"G\\d+\" s=\"\\d+\"(?: t=\"n\")?><v>)(\\d+(?:\\.0)?)</v>");
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final Pattern DEFINED = Pattern.compile("(<definedName name=\"HUIBAO_(\\w+)\"[^>]*>)\"([^\"]*)\"");
    private static final FileTime TIME = FileTime.fromMillis(0);

    /** A piece of the sheet: text as it is, or what a copy puts there. */
    private sealed interface Piece {}

    private record Fixed(byte[] bytes) implements Piece {}

    private record Slot(String item, char column, String head, String formula, String found) implements Piece {}

    private final Map<String, byte[]> parts;
    private final List<Piece> pieces;
    private final Map<String, FormRow> rows;

    private FormTemplate(Map<String, byte[]> parts, List<Piece> pieces, Map<String, FormRow> rows) {
        this.parts = parts;
        this.pieces = pieces;
        this.rows = rows;
    }

    static FormTemplate of(byte[] workbook) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        List<Piece> pieces = pieces(text(parts, FIGURES), strings(text(parts, STRINGS)));
        return new FormTemplate(parts, pieces, rows(pieces));
    }

    /** The figures of the form it is made from, by item. */
    Map<String, FormRow> rows() {
        return Collections.unmodifiableMap(rows);
    }

    /** What the form's hidden stamp says: FORM, PERIOD, UNIT, CATALOGUE, SEAL. */
    Map<String, String> stamp() {
        Map<String, String> stamp = new LinkedHashMap<>();
        Matcher names = DEFINED.matcher(text(parts, WORKBOOK));
        while (names.find()) {
            stamp.put(names.group(2), names.group(3));
        }
        return stamp;
    }

    /** The form of another year: every year in its texts, and every date, moved; figures stay. */
    FormTemplate movedBy(int by) {
        UnaryOperator<String> years = text -> JobCopy.moved(text, by);
        Map<String, byte[]> moved = new LinkedHashMap<>(parts);
        moved.put(STRINGS, bytes(years.apply(text(parts, STRINGS))));
        moved.computeIfPresent(
                MILESTONES,
                (part, sheet) -> bytes(DATE.matcher(text(parts, MILESTONES))
                        .replaceAll(date -> Matcher.quoteReplacement(date.group(1) + moved(date.group(2), by) + "</v>"))));
        Matcher stamp = DEFINED.matcher(text(parts, WORKBOOK));
        moved.put(
                WORKBOOK,
                bytes(stamp.replaceAll(found -> Matcher.quoteReplacement(found.group(1)
                        + '"'
                        + (found.group(2).equals("CATALOGUE") ? found.group(3) : years.apply(found.group(3)))
                        + '"'))));
        return new FormTemplate(moved, pieces, rows);
    }

    /** A day as a spreadsheet counts it, some years on. */
    private static long moved(String serial, int years) {
        LocalDate day = DAY_ZERO.plusDays(new BigDecimal(serial).longValueExact());
        return ChronoUnit.DAYS.between(DAY_ZERO, day.plusYears(years));
    }

    /**
     * A copy's bytes.
     *
     * @param formerName the name of the unit the form was made for
     * @param unit whose form it becomes
     * @param catalogueHash what the stamp says the form was made from
     * @param figures the copy's figures by item
     * @param assigned the unit's shares of targets by item; others stay as they are
     */
    byte[] copy(
            String formerName,
            BenchUnit unit,
            String catalogueHash,
            Function<String, FormRow> figures,
            Map<String, BigDecimal> assigned)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(32_768);
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setLastModifiedTime(TIME);
                zip.putNextEntry(entry);
                zip.write(
                        switch (part.getKey()) {
                            case FIGURES -> sheet(figures, assigned);
                            case STRINGS -> bytes(text(parts, STRINGS).replace(formerName, unit.nameZh()));
                            case WORKBOOK -> bytes(stamped(unit.code(), catalogueHash));
                            default -> part.getValue();
                        });
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private byte[] sheet(Function<String, FormRow> figures, Map<String, BigDecimal> assigned) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(150_000);
        Map<String, FormRow> known = new LinkedHashMap<>();
        for (Piece piece : pieces) {
            if (piece instanceof Fixed fixed) {
                bytes.write(fixed.bytes());
            } else if (piece instanceof Slot slot) {
                FormRow row = known.computeIfAbsent(slot.item(), figures);
                Optional<String> figure = switch (slot.column()) {
                    case 'D' ->
                        Optional.ofNullable(assigned.get(slot.item()))
                                .map(FormTemplate::typed)
                                .or(() -> Optional.of(slot.found()));
                    case 'E' -> Optional.of(typed(row.value()));
                    case 'F' -> row.priorYear().map(FormTemplate::typed);
                    case 'G' -> growth(row);
                    default -> Optional.of(typed(row.forecast()));
                };
                bytes.write(bytes(slot.head() + (figure.isPresent() ? " t=\"n\">" : " t=\"str\">") + slot.formula()
                        + figure.map(number -> "<v>" + number + "</v>").orElse("<v/>") + "</c>"));
            }
        }
        return bytes.toByteArray();
    }

    private String stamped(String unit, String catalogueHash) {
        Map<String, String> stamp = stamp();
        stamp.put("UNIT", unit);
        stamp.put("CATALOGUE", catalogueHash);
        stamp.put(
                "SEAL", seal(String.join("\n", "huibao", stamp.get("FORM"), stamp.get("PERIOD"), unit, catalogueHash)));
        return DEFINED.matcher(text(parts, WORKBOOK))
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1) + '"' + stamp.get(found.group(2)) + '"'));
    }

    private static String seal(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(text)), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static Optional<String> growth(FormRow row) {
        return row.priorYear()
                .filter(prior -> prior.signum() > 0)
                .map(prior ->
                        typed(row.value().subtract(prior).movePointRight(2).divide(prior, MathContext.DECIMAL64)));
    }

    /** As a spreadsheet program stores a number. */
    private static String typed(BigDecimal figure) {
        return Double.toString(figure.doubleValue());
    }

    private static List<Piece> pieces(String sheet, List<String> strings) {
        List<Piece> pieces = new ArrayList<>();
        Map<String, String> itemOfRow = new LinkedHashMap<>();
        Matcher cell = CELL.matcher(sheet);
        int end = 0;
        while (cell.find()) {
            char column = cell.group(2).charAt(0);
            String text = Optional.ofNullable(cell.group(7)).orElse("");
            if (column == 'C' && "s".equals(cell.group(5))) {
                String code = strings.get(Integer.parseInt(text));
                if (code.matches("[A-Z]\\d{4}[A-Z]?")) {
                    itemOfRow.put(cell.group(3), code);
                }
            } else if (itemOfRow.containsKey(cell.group(3)) && !"s".equals(cell.group(5))) {
                pieces.add(new Fixed(bytes(sheet.substring(end, cell.start()))));
                pieces.add(new Slot(
                        itemOfRow.get(cell.group(3)),
                        column,
                        cell.group(1),
                        Optional.ofNullable(cell.group(6)).orElse(""),
                        text));
                end = cell.end();
            }
        }
        pieces.add(new Fixed(bytes(sheet.substring(end))));
        return pieces;
    }

    private static Map<String, FormRow> rows(List<Piece> pieces) {
        Map<String, Map<Character, BigDecimal>> found = new LinkedHashMap<>();
        for (Piece piece : pieces) {
            if (piece instanceof Slot slot && slot.column() != 'G') {
                found.computeIfAbsent(slot.item(), item -> new LinkedHashMap<>())
                        .put(slot.column(), new BigDecimal(slot.found()));
            }
        }
        Map<String, FormRow> rows = new LinkedHashMap<>();
        found.forEach((item, cells) ->
                rows.put(item, new FormRow(cells.get('E'), Optional.ofNullable(cells.get('F')), cells.get('H'))));
        return rows;
    }

    private static List<String> strings(String xml) {
        List<String> strings = new ArrayList<>();
        Matcher string = STRING.matcher(xml);
        while (string.find()) {
            strings.add(string.group(1));
        }
        return strings;
    }

    private static String text(Map<String, byte[]> parts, String name) {
        return new String(
                Optional.ofNullable(parts.get(name))
                        .orElseThrow(() -> new IllegalArgumentException("no form of the program: it has no " + name)),
                StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
