package huibao.submission;

import huibao.model.CellRef;
import huibao.model.Finding;
import huibao.model.FindingKind;
import huibao.spreadsheet.Book;
import huibao.spreadsheet.Cell;
import huibao.spreadsheet.Grid;
import huibao.spreadsheet.Text;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How near a workbook without a form comes to one: what of it stands where, and what is missing first. */
final class NearForm {

    private static final int LEAST_COLUMNS = 3;
    /** So many items are no chance: other tables name one of ours now and then. */
    private static final int LEAST_ITEMS = 2;

    private static final int CAPTIONS_SHOWN = 6;
    private static final String LACKS = "lacks";
    private static final Set<Column> NAMES = EnumSet.of(Column.NAME, Column.CODE);
    private static final Set<Column> FIGURES =
            EnumSet.copyOf(Stream.of(Column.values()).filter(Column::isFigure).toList());

    /** What a workbook lacks; texts say it in words, and what to do. */
    private enum Lacks {
        CONTENT,
        CELLS,
        VISIBILITY,
        NEARNESS,
        FORM,
        EVERYTHING,
        KINSHIP,
        TABLE,
        COLUMNS,
        DIRECTION,
        CAPTIONS,
        ONE_SHEET,
        ONE_HEAD,
        NAMES,
        FIGURES,
        MORE_COLUMNS,
        ITEMS,
        ITEMS_BENEATH
    }

    private final List<SheetParts> visible;
    private final SheetParts ofCaptions;
    private final SheetParts ofItems;

    /** @param candidates the sheets that may be meant for the form, at least one; hidden ones if no other may */
    private NearForm(List<SheetParts> visible, List<SheetParts> candidates) {
        this.visible = visible;
        this.ofCaptions =
                Collections.max(candidates, nearness(parts -> parts.captions().size()));
        SheetParts items =
                Collections.max(candidates, nearness(parts -> parts.items().size()));
        boolean isOne =
                ofCaptions.items().size() >= LEAST_ITEMS || items.items().isEmpty();
        this.ofItems = isOne ? ofCaptions : items;
    }

    private static Comparator<SheetParts> nearness(ToIntFunction<SheetParts> first) {
        return Comparator.comparingInt(first)
                .thenComparing(parts -> parts.items().size())
                .thenComparing(parts -> parts.heading().size());
    }

    /** Tells how near a workbook comes. */
    static void tell(Book book, Captions words, FormIndex index, Findings findings) {
        Map<Boolean, List<SheetParts>> parts = book.sheets().stream()
                .map(sheet -> SheetParts.of(sheet, words, index))
                .collect(Collectors.partitioningBy(one -> one.sheet().isHidden()));
        List<SheetParts> visible = parts.getOrDefault(false, List.of());
        List<SheetParts> shown =
                visible.stream().filter(one -> !one.isBeside(words)).toList();
        List<SheetParts> hidden = parts.getOrDefault(true, List.of()).stream()
                .filter(one ->
                        !one.isBeside(words) && hasItems(one) && !one.captions().isEmpty())
                .toList();
        List<SheetParts> candidates = hidden.isEmpty() || shown.stream().anyMatch(NearForm::hasItems) ? shown : hidden;
        if (candidates.isEmpty()) {
            Lacks lacks = visible.isEmpty() ? Lacks.CONTENT : Lacks.FORM;
            findings.add(
                    FindingKind.NO_FORM_FOUND, List.of(), Map.of(Finding.FOUND, names(visible), LACKS, lacks.name()));
        } else {
            NearForm near = new NearForm(visible, candidates);
            findings.add(FindingKind.NO_FORM_FOUND, near.cells(), near.parameters());
        }
    }

    private static boolean hasItems(SheetParts parts) {
        return parts.items().size() >= LEAST_ITEMS;
    }

    private static String names(List<SheetParts> sheets) {
        return Text.shown(sheets.stream().map(parts -> parts.sheet().name()).collect(Collectors.joining("、")));
    }

    /** Where most of the form stands; empty if nothing of it does. */
    private List<CellRef> cells() {
        return Stream.of(
                        captionCell(),
                        itemCell(),
                        ofCaptions.heading().values().stream().findFirst())
                .flatMap(Optional::stream)
                .limit(1)
                .toList();
    }

    private Optional<CellRef> captionCell() {
        return ofCaptions.captions().values().stream().findFirst().map(ofCaptions::at);
    }

    private Optional<CellRef> itemCell() {
        return ofItems.items().values().stream().findFirst().map(ofItems::at);
    }

    /** What a finding says of it. */
    private Map<String, String> parameters() {
        Map<String, String> said = new TreeMap<>();
        said.put(Finding.FOUND, names(visible));
        Lacks lacks = lacks();
        said.put(LACKS, lacks.name());
        if (ofCaptions.sheet().isHidden()) {
            said.put("hidden", Text.shown(ofCaptions.sheet().name()));
        }
        leftOut().ifPresent(cell -> said.put(lacks == Lacks.NEARNESS ? "left_out" : "unread_at", cell.toString()));
        captionCell().ifPresent(cell -> {
            said.put("captions_at", cell.toString());
            said.put("captions", captions(ofCaptions.captions()));
        });
        lackedElsewhere().ifPresent(row -> {
            said.put("others_at", ofCaptions.at(row.values().iterator().next()).toString());
            said.put("others", captions(row));
        });
        ofItems.items().entrySet().stream().findFirst().ifPresent(first -> {
            said.put("items", Integer.toString(ofItems.items().size()));
            said.put("first", Text.shown(first.getValue().display()));
            said.put("items_at", ofItems.at(first.getValue()).toString());
        });
        ofCaptions
                .heading()
                .forEach((what, cell) -> said.put(what.name().toLowerCase(Locale.ROOT) + "_at", cell.toString()));
        ofCaptions.title().ifPresent(cell -> {
            said.put("title", Text.shown(cell.display()));
            said.put("title_at", ofCaptions.at(cell).toString());
        });
        return said;
    }

    private static String captions(Map<Column, Cell> row) {
        List<String> texts = row.values().stream().map(NearForm::caption).toList();
        return texts.stream().limit(CAPTIONS_SHOWN).collect(Collectors.joining("、"))
                + (texts.size() > CAPTIONS_SHOWN ? "…" : "");
    }

    /** In one line; the blanks that spread a Chinese word over a cell are none of it. */
    private static String caption(Cell cell) {
        String text = cell.display();
        boolean isChinese = text.codePoints().anyMatch(Character::isIdeographic);
        return Text.shown(isChinese ? Text.squeeze(text) : text.replaceAll("\\s+", " "));
    }

    private Lacks lacks() {
        boolean isBlank = visible.stream().allMatch(SheetParts::isEmpty);
        boolean hasItems = hasItems(ofItems);
        Map<Column, Cell> captions = ofCaptions.captions();
        if (ofCaptions.sheet().isHidden()) {
            return Lacks.VISIBILITY;
        }
        Optional<OddShape> shape =
                visible.stream().flatMap(parts -> parts.shape().stream()).findFirst();
        if (captions.isEmpty() && shape.isPresent()) {
            return shape.get() == OddShape.PASTED ? Lacks.COLUMNS : Lacks.DIRECTION;
        }
        if (captions.isEmpty() && !hasItems) {
            return withoutTable(isBlank);
        }
        if (captions.isEmpty()) {
            return Lacks.CAPTIONS;
        }
        Set<Column> missing = missing(captions.keySet());
        if (!hasItems) {
            return missing.isEmpty() ? Lacks.ITEMS : Lacks.KINSHIP;
        }
        if (!ofItems.sheet().equals(ofCaptions.sheet())) {
            return Lacks.ONE_SHEET;
        }
        if (missing.isEmpty()) {
            return captions.size() < LEAST_COLUMNS ? Lacks.MORE_COLUMNS : Lacks.ITEMS_BENEATH;
        }
        if (lackedElsewhere().isPresent()) {
            return Lacks.ONE_HEAD;
        }
        if (leftOut().isPresent()) {
            return Lacks.NEARNESS;
        }
        return missing.containsAll(FIGURES) ? Lacks.FIGURES : Lacks.NAMES;
    }

    /** There is neither a row of captions nor an item. */
    private Lacks withoutTable(boolean isBlank) {
        boolean isFew = visible.stream().allMatch(parts -> parts.written() <= LEAST_COLUMNS);
        if (leftOut().isPresent() && isFew) {
            return Lacks.NEARNESS;
        }
        boolean isPicture = visible.stream().anyMatch(parts -> parts.sheet().hasPictures());
        if (isPicture && isFew) {
            return Lacks.CELLS;
        }
        if (isBlank) {
            return Lacks.CONTENT;
        }
        if (ofCaptions.isEmpty()) {
            return Lacks.FORM;
        }
        return ofCaptions.heading().containsKey(SheetParts.Heading.FORM)
                        || ofCaptions.heading().containsKey(SheetParts.Heading.UNIT)
                ? Lacks.TABLE
                : Lacks.EVERYTHING;
    }

    /** The columns one of which a head has to have and has not. */
    private static Set<Column> missing(Set<Column> captions) {
        Set<Column> missing = EnumSet.noneOf(Column.class);
        Stream.of(NAMES, FIGURES)
                .filter(group -> captions.stream().noneMatch(group::contains))
                .forEach(missing::addAll);
        return missing;
    }

    /** The captions that the head lacks, in another row. */
    private Optional<Map<Column, Cell>> lackedElsewhere() {
        Set<Column> missing = missing(ofCaptions.captions().keySet());
        return ofCaptions.captions().isEmpty() ? Optional.empty() : ofCaptions.otherCaptions(missing);
    }

    private Optional<CellRef> leftOut() {
        return Stream.concat(Stream.of(ofCaptions), visible.stream())
                .map(SheetParts::sheet)
                .map(Grid::leftOut)
                .flatMap(Optional::stream)
                .findFirst();
    }
}
