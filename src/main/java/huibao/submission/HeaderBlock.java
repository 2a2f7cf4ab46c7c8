package huibao.submission;

import huibao.model.CellRef;
import huibao.spreadsheet.Cell;
import huibao.spreadsheet.Grid;
import huibao.spreadsheet.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands around the tables of the form: labels with what is filled in behind or beside them, and plain text. */
final class HeaderBlock {

    static final List<String> SIGNATURES = List.of("单位负责人", "统计负责人", "填表人", "联系电话", "报出日期");

    /** Every label a form may carry; those that nothing asks for end the value of the one before. */
    private static final List<String> LABELS = Stream.concat(
                    SIGNATURES.stream(),
                    Stream.of(
                            "表号",
                            "有效期至",
                            "有效期限",
                            "有效期",
                            "制定机关",
                            "制表机关",
                            "批准机关",
                            "备案机关",
                            "批准文号",
                            "备案文号",
                            "文号",
                            "填报单位名称",
                            "填报单位",
                            "填表单位",
                            "报送单位",
                            "上报单位",
                            "填报地区",
                            "综合机关名称",
                            "综合机关",
                            "单位详细名称",
                            "统一社会信用代码",
                            "计量单位",
                            "单位",
                            "报告期别",
                            "报告期",
                            "填报期",
                            "统计期",
                            "所属期",
                            "填表日期",
                            "填报日期",
                            "审核人",
                            "制表人",
                            "其他说明",
                            "其它说明",
                            "补充说明",
                            "数据性质"))
            .toList();

    private static final List<String> UNIT = List.of("填报单位", "填报单位名称", "填表单位", "报送单位", "上报单位", "填报地区");
    private static final List<String> COLLECTOR = List.of("综合机关名称", "综合机关", "单位详细名称");
    private static final List<String> PERIOD = List.of("报告期", "填报期", "统计期", "所属期");
    private static final List<String> VALID = List.of("有效期至", "有效期限", "有效期");
    private static final List<String> REMARKS = List.of("其他说明", "其它说明", "补充说明");
    private static final List<String> MEASURE = List.of("计量单位", "单位");

    /** Possessive, like every loop of the label's pattern: a long cell must not be gone through once per character. */
    private static final String GAP = "[\\s\\p{Z}\\p{Cf}]*+";

    private static final Pattern LABEL = Pattern.compile(LABELS.stream()
            .sorted((a, b) -> b.length() - a.length())
            .map(label -> label.chars().mapToObj(Character::toString).collect(Collectors.joining(GAP)))
            .collect(Collectors.joining(
                    "|",
                    "(?<![\\u4e00-\\u9fff])(",
                    ")" + GAP + "(?:[（(\\[［〔【][^）)\\]］〕】]{0,100}+[）)\\]］〕】])?+" + GAP + "[:：]")));
    private static final Pattern UNFILLED = Pattern.compile("(20)?[年月日季_＿—\\-/]*");

    /**
     * What is filled in for a label.
     *
     * @param text as a person reads it
     * @param cell the cell it stands in
     * @param own whether the cell holds nothing else
     */
    record Entry(String text, Cell cell, CellRef at, boolean own) {}

    private final Map<String, List<Entry>> entries = new LinkedHashMap<>();
    private final Map<String, CellRef> labels = new LinkedHashMap<>();
    private final List<Entry> plain = new ArrayList<>();

    /**
     * Adds a sheet.
     *
     * @param isData the rows that belong to tables
     * @param top the first row of captions; plain text is taken only above it
     */
    void add(Grid sheet, IntPredicate isData, int top) {
        for (int row : sheet.rowNumbers()) {
            if (isData.test(row)) {
                continue;
            }
            for (Cell cell : sheet.row(row)) {
                if (!cell.isBlank()) {
                    add(sheet, cell, row < top);
                }
            }
        }
    }

    private void add(Grid sheet, Cell cell, boolean above) {
        String text = cell.display();
        CellRef at = sheet.ref(cell.row(), cell.column());
        Matcher matcher = LABEL.matcher(text);
        String open = "";
        int from = 0;
        boolean labelled = false;
        while (matcher.find()) {
            put(open, text.substring(from, matcher.start()), cell, at);
            open = Text.squeeze(matcher.group(1));
            labels.putIfAbsent(open, at);
            from = matcher.end();
            labelled = true;
        }
        if (labelled) {
            String value = Text.trim(text.substring(from));
            if (value.isEmpty()) {
                beside(sheet, cell, open);
            } else {
                put(open, value, cell, at);
            }
        } else if (LABELS.contains(Text.key(text)) && !MEASURE.contains(Text.key(text))) {
            labels.putIfAbsent(Text.key(text), at);
            beside(sheet, cell, Text.key(text));
        } else if (above) {
            plain.add(new Entry(text, cell, at, true));
        }
    }

    private void beside(Grid sheet, Cell label, String name) {
        int right = sheet.mergeAt(label.row(), label.column())
                .map(Grid.Merge::right)
                .orElse(label.column());
        sheet.row(label.row()).stream()
                .filter(cell -> cell.column() > right && !cell.isBlank())
                .findFirst()
                .filter(cell -> !LABEL.matcher(cell.display()).find() && !LABELS.contains(Text.key(cell.display())))
                .ifPresent(cell -> entries.computeIfAbsent(name, n -> new ArrayList<>())
                        .add(new Entry(Text.trim(cell.display()), cell, sheet.ref(cell.row(), cell.column()), true)));
    }

    private void put(String label, String value, Cell cell, CellRef at) {
        String text = Text.trim(value);
        if (!label.isEmpty() && !text.isEmpty()) {
            entries.computeIfAbsent(label, n -> new ArrayList<>()).add(new Entry(text, cell, at, false));
        }
    }

    /** The reporting unit as typed; who collects the form only if no unit is named. */
    List<Entry> units() {
        List<Entry> units = named(UNIT);
        return units.isEmpty() ? named(COLLECTOR) : units;
    }

    /** Beside a label that nobody filled in stands the period. */
    private List<Entry> named(List<String> labels) {
        return filled(labels).stream()
                .filter(entry -> !entry.own() || PeriodText.whole(entry.text()).isEmpty())
                .toList();
    }

    /** Where the unit should stand; empty if nothing asks for it. */
    Optional<CellRef> unitLabel() {
        return UNIT.stream()
                .flatMap(label -> Optional.ofNullable(labels.get(label)).stream())
                .findFirst();
    }

    List<Entry> periods() {
        return filled(PERIOD);
    }

    /** Labelled periods, and text that may be one. */
    List<Entry> periodLike() {
        return Stream.concat(periods().stream(), plain.stream()).toList();
    }

    /** Text above the table that no label explains: titles, and centred periods or units. */
    List<Entry> plain() {
        return plain;
    }

    Optional<Entry> formCode() {
        return filled(List.of("表号")).stream().findFirst();
    }

    Optional<Entry> validUntil() {
        return filled(VALID).stream().findFirst();
    }

    Optional<Entry> creditCode() {
        return filled(List.of("统一社会信用代码")).stream().findFirst();
    }

    /** The unit of measure that goes for the whole sheet, if exactly one is named. */
    Optional<String> measureUnit() {
        List<String> units = filled(MEASURE).stream()
                .flatMap(entry -> Stream.of(Text.key(entry.text()).split("[、,/;]")))
                .filter(unit -> MeasureUnits.isKnown(unit) && !MeasureUnits.isPercent(unit))
                .distinct()
                .toList();
        return units.size() == 1 ? Optional.of(units.get(0)) : Optional.empty();
    }

    Map<String, String> signatures() {
        Map<String, String> signatures = new LinkedHashMap<>();
        for (String label : SIGNATURES) {
            filled(List.of(label)).stream().findFirst().ifPresent(entry -> signatures.put(label, entry.text()));
        }
        return signatures;
    }

    /** Where the labels of the signatures stand, filled in or not. */
    Map<String, CellRef> signaturePlaces() {
        Map<String, CellRef> places = new LinkedHashMap<>();
        for (String label : SIGNATURES) {
            Optional.ofNullable(labels.get(label)).ifPresent(at -> places.put(label, at));
        }
        return places;
    }

    String generalExplanation() {
        return filled(REMARKS).stream().map(Entry::text).collect(Collectors.joining("\n"));
    }

    boolean isSynthetic() {
        return filled(List.of("数据性质")).stream()
                .anyMatch(entry -> Text.key(entry.text()).contains("合成"));
    }

    private List<Entry> filled(List<String> labels) {
        return labels.stream()
                .flatMap(label -> entries.getOrDefault(label, List.of()).stream())
                .filter(entry -> !UNFILLED.matcher(Text.squeeze(entry.text())).matches())
                .toList();
    }
}
