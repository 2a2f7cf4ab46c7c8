package huibao.store;

import huibao.message.Messages;
import huibao.model.*;
import huibao.model.Completeness;
import huibao.model.Imputations;
import huibao.model.Lateness;
import huibao.model.SeasonalPace;
import huibao.model.YearEnd;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Submissions and bulletins for the tests of this package, and a dump of a database. */
final class Sample {

    static final Period JUNE = Period.month(2023, 6);
    static final UnitCode YINZHOU = new UnitCode("330212");
    static final UnitCode CITY = new UnitCode("330200");
    static final String FORM = "甬报01";
    static final Messages ZH = Messages.in(Locale.CHINESE);
    static final Messages EN = Messages.in(Locale.ENGLISH);
    static final ItemCode TRADE = new ItemCode("T0204");

    static final PublishedNames NAMES = new PublishedNames(
            List.of(
                    new Unit(YINZHOU, "鄞州区", "鄞州", "Yinzhou", UnitKind.DISTRICT, Optional.empty(), 1, List.of()),
                    new Unit(CITY, "宁波市", "宁波", "Ningbo", UnitKind.CITY, Optional.empty(), 2, List.of())),
            List.of(new Item(
                    TRADE,
                    "技术交易额",
                    "",
                    "亿元",
                    4,
                    Accumulation.YTD,
                    true,
                    Reporter.DISTRICT,
                    ItemRole.LEVEL,
                    Optional.empty())),
            List.of(new Target(
                    new TargetCode("T0204"),
                    "二(二)",
                    "推进科技成果转化",
                    "技术交易额",
                    "Technology transactions",
                    Measure.LEVEL,
                    List.of(TRADE),
                    BigDecimal.ONE,
                    TargetComparator.MORE_THAN,
                    new BigDecimal("600"),
                    "亿元",
                    ">",
                    "突破",
                    Pace.LINEAR,
                    Reporter.DISTRICT,
                    11,
                    "")),
            List.of(new Milestone(
                    new MilestoneCode("M0201"),
                    "二(二)",
                    "平台",
                    "甬江科创区建设",
                    "",
                    "大力推动",
                    MilestoneKind.ADVANCE,
                    "清单",
                    List.of(CITY),
                    9)));

    private Sample() {}

    static Registry open(Path folder) {
        return Registry.open(folder.resolve("huibao.db"), NAMES, ZH, EN);
    }

    static void record(Registry registry, SubmissionRecord submission, Reading reading, Decision decision, Instant at) {
        registry.record(new DecidedSubmission(submission, reading, decision), at);
    }

    static Instant at(int day) {
        return Instant.parse("2023-07-%02dT00:00:00Z".formatted(day));
    }

    static SubmissionRecord record(long receipt, int version, Period period) {
        return new SubmissionRecord(
                "330212-" + period + "-v" + version,
                receipt,
                Optional.of(YINZHOU),
                Optional.of(period),
                Optional.of(FORM),
                version,
                SubmissionState.RECEIVED,
                "",
                file(receipt),
                at((int) receipt),
                at((int) receipt),
                at((int) receipt),
                "c".repeat(64),
                false);
    }

    static SourceFile file(long receipt) {
        return new SourceFile("鄞州区-" + receipt + ".xlsx", "%064x".formatted(receipt), 1000 + receipt);
    }

    static Reading reading(long receipt, Period period, String value) {
        Figure empty = Figure.notAsked();
        Observation trade = new Observation(
                TRADE,
                new Figure(
                        Optional.of(new CellRef("填报!表", "E8")),
                        " ４３，９００万元",
                        new Amount.Known(new BigDecimal(value)),
                        List.of(
                                new Conversion(Conversion.Kind.FULL_WIDTH, "a=b\\n"),
                                new Conversion(Conversion.Kind.UNIT, "万元→亿元\n÷10000"))),
                new Figure(
                        Optional.of(new CellRef("填报!表", "F8")),
                        "12345678901234567890123456.123456789012",
                        new Amount.Known(new BigDecimal("12345678901234567890123456.123456789012")),
                        List.of()),
                new Figure(
                        Optional.of(new CellRef("填报!表", "G8")),
                        "—",
                        new Amount.Missing(MissingReason.NOT_APPLICABLE),
                        List.of()),
                empty,
                empty,
                "新签大合同",
                "备注\n二");
        FormHeader header = new FormHeader(
                FORM,
                "2024年6月",
                Optional.of(new FormStamp(FORM, period, YINZHOU, "d".repeat(64))),
                Map.of("填表人", "张=三", "联系\\电话", "0574\r\n1"),
                Map.of("填表人", new CellRef("填报表", "C95"), "统计负责人", new CellRef("填报表", "A95")),
                "其他说明",
                true);
        MilestoneReport milestone = new MilestoneReport(
                new MilestoneCode("M0201"),
                Optional.of(MilestoneState.UNDER_WAY),
                Optional.of(LocalDate.of(2023, 6, 1)),
                "清单",
                "推进中",
                new CellRef("任务进展", "C4"));
        return new Reading(
                file(receipt),
                Optional.of(new Submission(
                        file(receipt), FORM, YINZHOU, period, header, List.of(trade), List.of(milestone))),
                List.of());
    }

    static Decision decision(SubmissionState state, Finding... findings) {
        return new Decision(
                state,
                findings.length == 0 ? Decision.CLEAN : findings[0].rule(),
                List.of(findings),
                new TreeMap<>(Map.of("REQUIRED", new TreeMap<>(Map.of(Outcome.PASSED, 3)))));
    }

    static Decision accepted(Finding... findings) {
        return decision(SubmissionState.ACCEPTED, findings);
    }

    static Finding finding(FindingKind kind) {
        return Finding.ofReading(
                kind,
                Optional.of(TRADE),
                List.of(new CellRef("填报!表", "E8"), new CellRef("填报!表", "F8")),
                Map.of("found", "约4.39", "a=\\b\n", "=x"));
    }

    static Bulletin bulletin(Period period) {
        Attainment attainment = new Attainment(
                period,
                new TargetCode("T0204"),
                CITY,
                Optional.of(new BigDecimal("600.00")),
                TargetBasis.CITY,
                Optional.of(new BigDecimal("4.3900")),
                Optional.of(new BigDecimal("4.39")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new BigDecimal("0.731666666667")),
                new BigDecimal("50.000000000000"),
                Optional.of(new BigDecimal("-49.268333333333")),
                Optional.of(new BigDecimal("1E+2")),
                Optional.empty(),
                Optional.of(new BigDecimal("0.000")),
                Optional.empty(),
                Certainty.DEPENDS,
                List.of(YINZHOU, CITY),
                AttainmentStatus.FAR_BEHIND,
                Obstacle.NONE,
                false,
                OptionalInt.of(1),
                new BigDecimal("33.333333333333"),
                ObsStatus.V,
                SeasonalPace.NONE,
                YearEnd.NOT_APPLICABLE,
                List.of());
        return new Bulletin(
                period,
                at(20),
                "c".repeat(64),
                false,
                List.of(),
                List.of(attainment),
                new ListedUnits(List.of()),
                List.of(new MilestoneStatus(
                        period,
                        new MilestoneCode("M0201"),
                        CITY,
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        AttainmentStatus.NO_DATA,
                        0,
                        List.of(CITY))),
                List.of(reporting(YINZHOU, OptionalInt.of(1)), reporting(CITY, OptionalInt.empty())),
                List.of(),
                List.of(),
                List.of(finding(FindingKind.SHARE_JUMP)),
                List.of(),
                List.of(),
                Imputations.none(),
                0);
    }

    private static UnitReporting reporting(UnitCode unit, OptionalInt version) {
        return new UnitReporting(
                unit,
                Optional.empty(),
                version,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                0,
                0,
                false,
                new Timeliness(Optional.empty(), Optional.empty(), Optional.empty(), 0, Lateness.NOT_REPORTED),
                new Completeness(3, Optional.of(2)));
    }

    /** Every row of every table and view, ordered, as text. */
    static List<String> dump(Path folder) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("huibao.db"));
                Statement statement = connection.createStatement()) {
            for (String table : List.copyOf(
                    rows(statement, "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') ORDER BY name"))) {
                for (String row : rows(statement, "SELECT * FROM " + table)) {
                    lines.add(table + ": " + row);
                }
            }
        }
        return lines.stream().sorted().toList();
    }

    static List<String> rows(Statement statement, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet result = statement.executeQuery(sql)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= columns; i++) {
                    row.append(i == 1 ? "" : "|").append(result.getString(i));
                }
                rows.add(row.toString());
            }
        }
        return rows;
    }

    static List<String> rows(Path folder, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("huibao.db"));
                Statement statement = connection.createStatement()) {
            return rows(statement, sql);
        }
    }
}
