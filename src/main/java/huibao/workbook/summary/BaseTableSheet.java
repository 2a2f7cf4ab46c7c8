package huibao.workbook.summary;

import huibao.model.Amount;
import huibao.model.Figure;
import huibao.model.Item;
import huibao.model.ItemCode;
import huibao.model.MissingReason;
import huibao.model.Observation;
import huibao.model.SourcedObservation;
import huibao.model.SubmissionRecord;
import huibao.model.UnitCode;
import huibao.model.UnitKind;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.util.CellRangeAddress;

/** 底表: every figure that stands, with full value and source cell; the rows of an item are together. */
final class BaseTableSheet {

    private static final String COLUMNS = "unit_code unit item_code item unit_measure accumulation value prior_year"
            + " forecast status explanation file sheet cell raw version sha256 submission received counted prior_year_cell prior_year_raw"
            + " forecast_cell";
    private static final int RAW = 14;

    private final SheetContext context;
    private final Map<ItemCode, CellRangeAddress> rows = new TreeMap<>();
    private final Map<ItemCode, Map<UnitCode, Integer>> rowOf = new TreeMap<>();

    BaseTableSheet(SheetContext context) {
        this.context = context;
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
    }

    /**
     * Where the figures of items stand, as an address: the rows of the first item anybody reported, and of
     * those that follow it directly. Empty if nobody reported any.
     */
    Optional<String> address(List<ItemCode> items, Columns columns) {
        List<CellRangeAddress> blocks =
                items.stream().filter(rows::containsKey).map(rows::get).toList();
        if (blocks.isEmpty()) {
            return Optional.empty();
        }
        int last = blocks.get(0).getLastRow();
        for (CellRangeAddress block : blocks) {
            last = block.getFirstRow() == last + 1 ? block.getLastRow() : last;
        }
        return Optional.of(columns.first + (blocks.get(0).getFirstRow() + 1) + ":" + columns.last + (last + 1));
    }

    /** Where a unit's figure of an item stands; empty if it reported none. */
    Optional<String> address(ItemCode item, UnitCode unit, Columns columns) {
        return Optional.ofNullable(rowOf.getOrDefault(item, Map.of()).get(unit))
                .map(row -> columns.first.equals(columns.last)
                        ? columns.first + (row + 1)
                        : columns.first + (row + 1) + ":" + columns.last + (row + 1));
    }

    void write() {
        SheetWriter grid = new SheetWriter(
                context,
                SummarySheet.FIGURES,
                PaperSize.A3_PAPER,
                9,
                17,
                9,
                31,
                10,
                10,
                11,
                11,
                11,
                9,
                24,
                40,
                9,
                8,
                13,
                6,
                14,
                21,
                17,
                9,
                14,
                13,
                14);
        grid.plainHead(context.text("title.figures"));
        List<String> names = context.texts("column", COLUMNS);
        grid.header(names, 4);
        int header = grid.rowIndex();
        for (Item item : context.catalogue().items()) {
            for (SourcedObservation sourced : sorted(item.code())) {
                grid.row();
                rows.computeIfAbsent(
                                item.code(),
                                code -> new CellRangeAddress(grid.rowIndex(), grid.rowIndex(), 0, grid.lastColumn()))
                        .setLastRow(grid.rowIndex());
                sourced.submission()
                        .unit()
                        .ifPresent(unit -> rowOf.computeIfAbsent(item.code(), code -> new TreeMap<>())
                                .put(unit, grid.rowIndex()));
                write(grid, item, sourced);
            }
        }
        int last = Math.max(header, grid.rowIndex());
        grid.sheet().setAutoFilter(new CellRangeAddress(header, last, 0, grid.lastColumn()));
        if (last > header) {
            grid.sheet()
                    .addIgnoredErrors(
                            new CellRangeAddress(header + 1, last, 0, grid.lastColumn()),
                            IgnoredErrorType.NUMBER_STORED_AS_TEXT);
        }
        grid.finish();
    }

    private List<SourcedObservation> sorted(ItemCode item) {
        Map<String, Integer> order = context.catalogue().units().stream()
                .collect(
                        Collectors.toMap(unit -> unit.code().value(), unit -> unit.order(), (a, b) -> a, TreeMap::new));
        return context.bulletin().observations().stream()
                .filter(sourced -> sourced.observation().item().equals(item))
                .sorted(Comparator.comparing(sourced -> sourced.submission()
                        .unit()
                        .map(unit -> order.getOrDefault(unit.value(), Integer.MAX_VALUE))
                        .orElse(Integer.MAX_VALUE)))
                .toList();
    }

    private void write(SheetWriter grid, Item item, SourcedObservation sourced) {
        Observation observation = sourced.observation();
        SubmissionRecord submission = sourced.submission();
        Figure value = observation.value();
        grid.text(0, submission.unit().map(unit -> unit.value()).orElse(""), Look.CENTRE);
        grid.text(1, submission.unit().map(context::name).orElse(""), Look.LEFT);
        grid.text(2, item.code().value(), Look.CENTRE);
        grid.text(3, item.nameZh(), Look.LEFT);
        grid.text(4, item.unitMeasure(), Look.CENTRE);
        grid.text(5, context.messages().word(item.accumulation()), Look.CENTRE);
        figure(grid, 6, value);
        figure(grid, 7, observation.priorYear());
        figure(grid, 8, observation.forecast());
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
        grid.text(19, counted(submission), Look.CENTRE);
        grid.text(20, cell(observation.priorYear()), Look.CENTRE);
        grid.text(21, observation.priorYear().rawText(), Look.LEFT);
        grid.text(22, cell(observation.forecast()), Look.CENTRE);
    }

    /** Whether the row is a term of the city's sum: a zone's is in its host's already. */
    private String counted(SubmissionRecord submission) {
        boolean zone = submission
                .unit()
                .flatMap(context.catalogue()::findUnit)
                .filter(unit -> unit.kind() == UnitKind.ZONE)
                .isPresent();
        return context.text(zone ? "within_host" : "counted");
    }

    private static String cell(Figure figure) {
        return figure.at().map(at -> at.cell()).orElse("");
    }

    private void figure(SheetWriter grid, int column, Figure figure) {
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
