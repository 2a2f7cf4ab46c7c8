package huibao.submission;

import huibao.model.CaptionGroup;
import huibao.model.CellRef;
import huibao.spreadsheet.Cell;
import huibao.spreadsheet.Grid;
import huibao.spreadsheet.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
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

    /** What a signature is called, and the labels it may have. */
    private static final Map<CaptionGroup, String> SIGNATURES = signatureNames();

    private static final List<CaptionGroup> LABELS = Stream.of(CaptionGroup.values())
            .filter(group -> group.name().startsWith(CaptionGroup.LABEL.name()))
            .toList();

    /** Possessive, like every loop of the label's pattern: a long cell must not be gone through once per character. */
    private static final String GAP = "[\\s\\p{Z}\\p{Cf}]*+";

    private static final Pattern UNFILLED = Pattern.compile("(20)?[年月日季_＿—\\-/]*");

    /**
     * What is filled in for a label.
     *
     * @param text as a person reads it
     * @param cell the cell it stands in
     * @param own whether the cell holds nothing else
     */
    record Entry(String text, Cell cell, CellRef at, boolean own) {}

    private final Captions words;
    private final Map<String, List<Entry>> entries = new LinkedHashMap<>();
    private final Map<String, CellRef> labels = new LinkedHashMap<>();
    private final List<Entry> plain = new ArrayList<>();

    HeaderBlock(Captions words) {
        this.words = words;
    }

    /**
     * Labels with what stands behind them, wherever they are in a text.
     *
     * @param labels what may be one
     */
    static Pattern pattern(Collection<String> labels) {
        return Pattern.compile(labels.stream()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .map(label -> label.chars()
                        .mapToObj(c -> Pattern.quote(Character.toString(c)))
                        .collect(Collectors.joining(GAP)))
                .collect(Collectors.joining(
                        "|",
                        "(?i)(?<![\\u4e00-\\u9fffA-Za-z])(",
                        ")" + GAP + "(?:[（(\\[［〔【][^）)\\]］〕】]{0,100}+[）)\\]］〕】])?+" + GAP + "[:：]")));
    }

    /** The groups whose words are labels. */
    static List<CaptionGroup> labels() {
        return LABELS;
    }

    private static Map<CaptionGroup, String> signatureNames() {
        Map<CaptionGroup, String> names = new EnumMap<>(CaptionGroup.class);
        names.put(CaptionGroup.LABEL_HEAD, "单位负责人");
        names.put(CaptionGroup.LABEL_STATISTICIAN, "统计负责人");
        names.put(CaptionGroup.LABEL_FILLER, "填表人");
        names.put(CaptionGroup.LABEL_PHONE, "联系电话");
        names.put(CaptionGroup.LABEL_DATE, "报出日期");
        return names;
    }

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
        Matcher matcher = words.label().matcher(text);
        String open = "";
        int from = 0;
        boolean labelled = false;
        while (matcher.find()) {
            put(open, text.substring(from, matcher.start()), cell, at);
            open = Captions.plain(matcher.group(1));
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
        } else if (isLabel(text) && !words.is(CaptionGroup.LABEL_MEASURE, text)) {
            labels.putIfAbsent(Captions.plain(text), at);
            beside(sheet, cell, Captions.plain(text));
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
                .filter(cell -> !words.label().matcher(cell.display()).find() && !isLabel(cell.display()))
                .ifPresent(cell -> entries.computeIfAbsent(name, n -> new ArrayList<>())
                        .add(new Entry(Text.trim(cell.display()), cell, sheet.ref(cell.row(), cell.column()), true)));
    }

    private boolean isLabel(String text) {
        return LABELS.stream().anyMatch(group -> words.is(group, text));
    }

    private void put(String label, String value, Cell cell, CellRef at) {
        String text = Text.trim(value);
        if (!label.isEmpty() && !text.isEmpty()) {
            entries.computeIfAbsent(label, n -> new ArrayList<>()).add(new Entry(text, cell, at, false));
        }
    }

    /** The reporting unit as typed; who collects the form only if no unit is named. */
    List<Entry> units() {
        List<Entry> units = named(CaptionGroup.LABEL_UNIT);
        return units.isEmpty() ? named(CaptionGroup.LABEL_COLLECTOR) : units;
    }

    /** Beside a label that nobody filled in stands the period. */
    private List<Entry> named(CaptionGroup group) {
        return filled(group).stream()
                .filter(entry -> !entry.own() || PeriodText.whole(entry.text()).isEmpty())
                .toList();
    }

    /** Where the unit should stand; empty if nothing asks for it. */
    Optional<CellRef> unitLabel() {
        return words.of(CaptionGroup.LABEL_UNIT).stream()
                .flatMap(label -> Optional.ofNullable(labels.get(label)).stream())
                .findFirst();
    }

    List<Entry> periods() {
        return filled(CaptionGroup.LABEL_PERIOD);
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
        return filled(CaptionGroup.LABEL_FORM).stream().findFirst();
    }

    Optional<Entry> validUntil() {
        return filled(CaptionGroup.LABEL_VALID).stream().findFirst();
    }

    Optional<Entry> creditCode() {
        return filled(CaptionGroup.LABEL_CREDIT_CODE).stream().findFirst();
    }

    /** The unit of measure that goes for the whole sheet, if exactly one is named. */
    Optional<String> measureUnit() {
        List<String> units = filled(CaptionGroup.LABEL_MEASURE).stream()
                .flatMap(entry -> Stream.of(Text.key(entry.text()).split("[、,/;]")))
                .filter(unit -> MeasureUnits.isKnown(unit) && !MeasureUnits.isPercent(unit))
                .distinct()
                .toList();
        return units.size() == 1 ? Optional.of(units.get(0)) : Optional.empty();
    }

    Map<String, String> signatures() {
        Map<String, String> signatures = new LinkedHashMap<>();
        SIGNATURES.forEach((group, name) ->
                filled(group).stream().findFirst().ifPresent(entry -> signatures.put(name, entry.text())));
        return signatures;
    }

    /** Where the labels of the signatures stand, filled in or not. */
    Map<String, CellRef> signaturePlaces() {
        Map<String, CellRef> places = new LinkedHashMap<>();
        SIGNATURES.forEach((group, name) -> words.of(group).stream()
                .flatMap(label -> Optional.ofNullable(labels.get(label)).stream())
                .findFirst()
                .ifPresent(at -> places.put(name, at)));
        return places;
    }

    String generalExplanation() {
        return filled(CaptionGroup.LABEL_OTHER_EXPLANATION).stream()
                .map(Entry::text)
                .collect(Collectors.joining("\n"));
    }

    boolean isSynthetic() {
        return filled(CaptionGroup.LABEL_NATURE).stream()
                .anyMatch(entry -> words.has(CaptionGroup.SYNTHETIC, entry.text()));
    }

    private List<Entry> filled(CaptionGroup group) {
        return words.of(group).stream()
                .flatMap(label -> entries.getOrDefault(label, List.of()).stream())
                .filter(entry -> !UNFILLED.matcher(Text.squeeze(entry.text())).matches())
                .toList();
    }
}
