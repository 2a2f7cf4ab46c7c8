package huibao.workbook.summary;

import huibao.model.Decision;
import huibao.model.SubmissionRecord;
import huibao.model.SubmissionState;
import huibao.model.UnitReporting;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.poi.ss.usermodel.PaperSize;

/** 报送情况: who has reported, when, in which version; and every workbook received. */
final class ReportingSheet {

    private final SheetContext context;
    private final List<UnitReporting> lines;

    ReportingSheet(SheetContext context) {
        this.context = context;
        this.lines = context.bulletin().reporting();
    }

    void write() {
        SheetWriter grid = new SheetWriter(
                context,
                SummarySheet.REPORTING,
                PaperSize.A4_PAPER,
                6,
                18,
                11,
                8,
                16,
                16,
                16,
                14,
                10,
                9,
                9,
                16,
                16,
                10);
        grid.head(context.text("title.reporting", "title", context.settings().titleZh()));
        rates(grid);
        grid.header(
                context.texts(
                        "column",
                        "number unit state version first_received latest_received due on_time first_pass"
                                + " submissions returns reminded limit fill_rate"),
                2);
        int number = 0;
        for (UnitReporting line : lines) {
            grid.row();
            grid.whole(0, ++number);
            write(grid, line);
        }
        received(grid);
        grid.finish();
    }

    private void rates(SheetWriter grid) {
        long expected = lines.size();
        grid.row();
        int decimals = context.settings().rateDecimals();
        Optional<BigDecimal> accepted =
                context.percent(count(line -> line.acceptedVersion().isPresent()), expected);
        Optional<BigDecimal> onTime = context.percent(count(UnitReporting::onTime), expected);
        Optional<BigDecimal> firstPass = context.percent(count(UnitReporting::firstPass), expected);
        grid.merged(0, 1, context.text("expected_units"), Look.HEADER);
        grid.whole(2, expected);
        grid.merged(3, 4, context.text("reporting_rate"), Look.HEADER);
        grid.number(5, accepted, PrintedNumber.plain(decimals), Look.CENTRE);
        grid.text(6, context.text("on_time_rate"), Look.HEADER);
        grid.number(7, onTime, PrintedNumber.plain(decimals), Look.CENTRE);
        grid.merged(8, 9, context.text("first_pass_rate"), Look.HEADER);
        grid.number(10, firstPass, PrintedNumber.plain(decimals), Look.CENTRE);
    }

    private long count(Predicate<UnitReporting> condition) {
        return lines.stream().filter(condition).count();
    }

    private void write(SheetWriter grid, UnitReporting line) {
        boolean arrived = line.firstReceivedAt().isPresent();
        grid.unitName(1, line.unit());
        grid.text(2, line.state().map(context::word).orElse(context.text("not_reported")), state(line));
        Optional<BigDecimal> version = line.acceptedVersion().isPresent()
                ? Optional.of(BigDecimal.valueOf(line.acceptedVersion().getAsInt()))
                : Optional.empty();
        grid.number(3, version, PrintedNumber.plain(0), Look.CENTRE);
        grid.time(4, line.firstReceivedAt());
        grid.time(5, line.latestReceivedAt());
        grid.time(6, line.due());
        grid.text(7, context.word(line.timeliness().lateness()), Look.CENTRE);
        String failed = arrived ? "no" : "missing";
        grid.text(8, context.text(line.firstPass() ? "yes" : failed), Look.CENTRE);
        grid.whole(9, line.submissions());
        grid.whole(10, line.returns());
        grid.time(11, line.timeliness().remindedAt());
        grid.time(12, line.timeliness().limit());
        grid.number(
                13,
                line.completeness().fillPercent(context.settings().rounding()),
                PrintedNumber.plain(context.settings().rateDecimals()),
                Look.CENTRE);
    }

    private Look state(UnitReporting line) {
        return line.acceptedVersion().isPresent()
                ? Look.CENTRE
                : Look.CENTRE.faced(Look.Face.BOLD).filled("FFE699");
    }

    /** Every workbook that came in, taken or not. */
    private void received(SheetWriter grid) {
        grid.band(context.text(
                "band.received",
                "count",
                String.valueOf(context.bulletin().submissions().size())));
        grid.row();
        List<String> heads = context.texts("column", "receipt unit state version received file_name reason");
        for (int i = 0; i < 5; i++) {
            grid.text(i, heads.get(i), Look.HEADER);
        }
        grid.merged(5, 7, heads.get(5), Look.HEADER);
        grid.merged(8, 13, heads.get(6), Look.HEADER);
        for (SubmissionRecord submission : context.bulletin().submissions()) {
            grid.row();
            grid.whole(0, submission.receipt());
            grid.text(1, submission.unit().map(context::name).orElse(context.text("missing")), Look.LEFT);
            grid.text(2, context.word(submission.state()), Look.CENTRE);
            Optional<BigDecimal> version = submission.state() == SubmissionState.REJECTED
                    ? Optional.empty()
                    : Optional.of(BigDecimal.valueOf(submission.version()));
            grid.number(3, version, PrintedNumber.plain(0), Look.CENTRE);
            grid.time(4, Optional.of(submission.receivedAt()));
            grid.merged(5, 7, submission.file().name(), Look.LEFT);
            grid.merged(8, 13, reason(submission), Look.LEFT);
        }
    }

    private String reason(SubmissionRecord submission) {
        return submission.reason().equals(Decision.CLEAN) ? context.text("clean") : context.reason(submission.reason());
    }
}
