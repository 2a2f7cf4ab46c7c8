package huibao.workbook.summary;

import huibao.model.Amount;
import huibao.model.Figure;
import huibao.model.Item;
import huibao.model.ItemCode;
import huibao.model.MissingReason;
import huibao.model.Observation;
import huibao.model.SourcedObservation;
import huibao.model.SubmissionRecord;
import huibao.model.UnitBulletin;
import huibao.model.UnitCode;
import huibao.model.UnitKind;
import huibao.workbook.stream.Rows;
import huibao.workbook.stream.SheetLayout;
import huibao.workbook.stream.SheetLayout.Place;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.PaperSize;

/** 底表: every figure that stands, with full value and source cell; the rows of an item are together. */
final class BaseTableSheet {

    private static final String COLUMNS = "unit_code unit item_code item unit_measure accumulation value prior_year"
            + " forecast status explanation file sheet cell raw version sha256 submission received counted prior_year_cell prior_year_raw"
            + " forecast_cell";
    private static final int RAW = 14;
    private static final int COUNTED = 19;

    private static final int[] WIDTHS = {
        9, 17, 9, 31, 10, 10, 11, 11, 11, 9, 24, 40, 9, 8, 13, 6, 14, 21, 17, 9, 14, 13, 14
    };

    private final SheetContext context;
    private final SheetWriter grid;
    private final Map<ItemCode, Block> blocks = new LinkedHashMap<>();
    /** By unit and number of the block: which of its rows is the unit's, from 1; 0 if none is. */
    private final Map<UnitCode, int[]> rowOf = new HashMap<>();

    /** The rows of an item. */
    private static final class Block {

        private final Item item;
        private final int number;
        private final Rows rows;
        private Optional<Place> place = Optional.empty();

        private Block(Item item, int number, Rows rows) {
            this.item = item;
            this.number = number;
            this.rows = rows;
        }
    }

    BaseTableSheet(SheetContext context) {
        this.context = context;
        this.grid = new SheetWriter(context, SummarySheet.FIGURES, PaperSize.A3_PAPER, WIDTHS);
        grid.plainHead(context.text("title.figures"));
        grid.header(context.texts("column", COLUMNS), 4);
        for (Item item : context.catalogue().items()) {
            blocks.put(item.code(), new Block(item, blocks.size(), grid.group()));
        }
    }

    /** The columns that figures elsewhere come from. */
    enum Columns {
        VALUE("G", "G"),
        PRIOR_YEAR("H", "H"),
        VALUE_AND_PRIOR_YEAR("G", "H"),
        FORECAST("I", "I");

        private final String first;
        private final String last;

        Columns(String first, String last) {
            this.first = first;
            this.last = last;
        }

        /** The cells of one row, counted from 1. */
        private String address(int row) {
            return first.equals(last) ? first + row : first + row + ":" + last + row;
        }
    }

    /**
     * Where the figures of items stand: the rows of the first item anybody reported, and of those that follow it
     * directly. Empty if nobody reported any.
     */
    Optional<Cells> cells(List<ItemCode> items, Columns columns) {
        List<Block> reported = items.stream()
                .flatMap(item -> Optional.ofNullable(blocks.get(item)).stream())
                .filter(block -> block.place.isPresent())
                .toList();
        if (reported.isEmpty()) {
            return Optional.empty();
        }
        Place first = reported.get(0).place.orElseThrow();
        int end = first.row();
        for (Block block : reported) {
            boolean follows = block.place.equals(Optional.of(new Place(first.sheet(), end)));
            end += follows ? block.rows.count() : 0;
        }
        return Optional.of(new Cells(first.sheet(), columns.first + (first.row() + 1) + ":" + columns.last + end));
    }

    /** Where a unit's figure of an item stands; empty if it reported none. */
    Optional<Cells> cells(ItemCode item, UnitCode unit, Columns columns) {
        Optional<Block> block = Optional.ofNullable(blocks.get(item));
        return block.flatMap(found -> found.place)
                .flatMap(place -> block.flatMap(found -> row(found, unit))
                        .map(row -> new Cells(place.sheet(), columns.address(place.row() + row))));
    }

    private Optional<Integer> row(Block block, UnitCode unit) {
        return Optional.ofNullable(rowOf.get(unit))
                .map(own -> own[block.number])
                .filter(row -> row > 0);
    }

    /**
     * Cells of the table.
     *
     * @param sheet name of the sheet they stand on
     * @param address the cells
     */
    record Cells(String sheet, String address) {}

    /** Takes a unit's figures; units come in print order. */
    void add(UnitBulletin part) {
        int[] own = new int[blocks.size()];
        rowOf.put(part.unit(), own);
        String unit = context.name(part.unit());
        String counted = counted(part.unit());
        for (SourcedObservation sourced : part.observations()) {
            Optional.ofNullable(blocks.get(sourced.observation().item())).ifPresent(block -> {
                grid.into(block.rows);
                grid.row();
                own[block.number] = block.rows.count() + 1;
                grid.text(0, part.unit().value(), Look.CENTRE);
                grid.text(1, unit, Look.LEFT);
                grid.text(COUNTED, counted, Look.CENTRE);
                write(block.item, sourced);
            });
        }
    }

    /** Puts the rows of each item together; from now on it is known where they are. */
    void finish() {
        grid.place(blocks.values().stream().map(block -> block.rows).toList());
        SheetLayout layout = grid.finish();
        grid.filter(layout);
        blocks.values().forEach(block -> block.place = layout.place(block.rows));
    }

    private void write(Item item, SourcedObservation sourced) {
        Observation observation = sourced.observation();
        SubmissionRecord submission = sourced.submission();
        Figure value = observation.value();
        grid.text(2, item.code().value(), Look.CENTRE);
        grid.text(3, item.nameZh(), Look.LEFT);
        grid.text(4, item.unitMeasure(), Look.CENTRE);
        grid.text(5, context.word(item.accumulation()), Look.CENTRE);
        figure(6, value);
        figure(7, observation.priorYear());
        figure(8, observation.forecast());
        grid.text(9, sourced.status().name(), Look.CENTRE);
        grid.text(10, observation.explanation(), Look.LEFT);
        grid.text(11, submission.file().name(), Look.LEFT);
        grid.text(12, value.at().map(at -> at.sheet()).orElse(""), Look.LEFT);
        grid.text(13, value.at().map(at -> at.cell()).orElse(""), Look.CENTRE);
        grid.text(RAW, value.rawText(), Look.LEFT);
        grid.whole(15, submission.version());
        grid.text(16, SheetContext.shortHash(submission.file().sha256()), Look.CENTRE);
        grid.text(17, submission.submissionId(), Look.LEFT);
        grid.time(18, Optional.of(submission.receivedAt()));
        grid.text(20, cell(observation.priorYear()), Look.CENTRE);
        grid.text(21, observation.priorYear().rawText(), Look.LEFT);
        grid.text(22, cell(observation.forecast()), Look.CENTRE);
    }

    /** Whether the unit's rows are terms of the city's sum: a zone's are in its host's already. */
    private String counted(UnitCode unit) {
        boolean zone = context.catalogue()
                .findUnit(unit)
                .filter(known -> known.kind() == UnitKind.ZONE)
                .isPresent();
        return context.text(zone ? "within_host" : "counted");
    }

    private static String cell(Figure figure) {
        return figure.at().map(at -> at.cell()).orElse("");
    }

    private void figure(int column, Figure figure) {
        Optional<BigDecimal> known = figure.amount().known();
        if (known.isPresent()) {
            grid.number(column, known, PrintedNumber.exact(known.get()));
        } else if (figure.amount() instanceof Amount.Missing missing && missing.reason() == MissingReason.BELOW_UNIT) {
            grid.text(column, context.text("below_unit"), Look.RIGHT);
        } else {
            grid.text(column, context.text("missing"), Look.RIGHT);
        }
    }
}
