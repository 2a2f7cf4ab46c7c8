package huibao.workbook.summary;

import huibao.catalogue.Catalogue;
import huibao.message.Messages;
import huibao.model.Amount;
import huibao.model.Assumption;
import huibao.model.Attainment;
import huibao.model.AttainmentStatus;
import huibao.model.Bulletin;
import huibao.model.BulletinUnits;
import huibao.model.CellRef;
import huibao.model.Certainty;
import huibao.model.Completeness;
import huibao.model.Figure;
import huibao.model.Finding;
import huibao.model.FindingKind;
import huibao.model.Impact;
import huibao.model.Imputations;
import huibao.model.Interval;
import huibao.model.Item;
import huibao.model.Lateness;
import huibao.model.Measure;
import huibao.model.Milestone;
import huibao.model.MilestoneState;
import huibao.model.MilestoneStatus;
import huibao.model.MissingReason;
import huibao.model.ObsStatus;
import huibao.model.Observation;
import huibao.model.Obstacle;
import huibao.model.OpenFinding;
import huibao.model.Pace;
import huibao.model.Period;
import huibao.model.Reporter;
import huibao.model.RevisedFigure;
import huibao.model.Revision;
import huibao.model.RevisionReason;
import huibao.model.SeasonalPace;
import huibao.model.SourceFile;
import huibao.model.SourcedFinding;
import huibao.model.SourcedObservation;
import huibao.model.SubmissionRecord;
import huibao.model.SubmissionState;
import huibao.model.Target;
import huibao.model.TargetBasis;
import huibao.model.TargetCode;
import huibao.model.Timeliness;
import huibao.model.Unit;
import huibao.model.UnitBulletin;
import huibao.model.UnitCode;
import huibao.model.UnitKind;
import huibao.model.UnitReporting;
import huibao.model.YearEnd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** A bulletin with every status and certainty in it; its figures are made up and add up to nothing. */
public final class SummaryFixture {

    static final Instant AT = Instant.parse("2023-07-09T18:30:00Z");
    static final Period PERIOD = Period.month(2023, 6);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Instant RECEIVED = Instant.parse("2023-07-05T06:03:00Z");

    private final Catalogue catalogue;
    private final Unit absent;
    private final List<Finding> findings;

    private SummaryFixture(Catalogue catalogue, List<Finding> findings) {
        this.catalogue = catalogue;
        this.absent = catalogue
                .ofKind(UnitKind.DISTRICT)
                .get(catalogue.ofKind(UnitKind.DISTRICT).size() - 1);
        this.findings = findings;
    }

    /** Without findings, so that no finding's text is needed. */
    static Bulletin quiet(Catalogue catalogue) {
        return new SummaryFixture(catalogue, List.of()).bulletin();
    }

    public static Bulletin withFindings(Catalogue catalogue) {
        List<Finding> findings = new ArrayList<>();
        List<Item> items = catalogue.items();
        for (int i = 0; i < 12; i++) {
            findings.add(Finding.ofReading(
                    FindingKind.NUMBER,
                    Optional.of(items.get(i).code()),
                    List.of(new CellRef("填报表", "E" + (9 + i))),
                    Map.of("found", "约400")));
        }
        findings.add(Finding.ofReading(
                        FindingKind.EXTERNAL_LINK,
                        Optional.of(items.get(3).code()),
                        List.of(new CellRef("填报表", "E12")),
                        Map.of("found", "='[1]基础表'!B5"))
                .explained("因部门台账按季核定，本月数取自部门系统，已与原始凭证逐笔核对"));
        findings.add(Finding.ofReading(
                FindingKind.UNIT_CONVERTED,
                Optional.of(items.get(4).code()),
                List.of(new CellRef("填报表", "E13")),
                Map.of("found", "12345件")));
        return new SummaryFixture(catalogue, findings).bulletin();
    }

    /** The bytes of the file a bulletin is written into. */
    public static byte[] bytes(Catalogue catalogue, Locale language, Bulletin bulletin) {
        try {
            Path folder = Files.createTempDirectory("summary");
            Path file = folder.resolve("summary.xlsx");
            try {
                new SummaryWorkbook(catalogue, Messages.in(language)).write(bulletin, file);
                return Files.readAllBytes(file);
            } finally {
                Files.deleteIfExists(file);
                // Fails if the rows were left behind.
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Bulletin bulletin() {
        List<SubmissionRecord> submissions = submissions();
        return new Bulletin(
                PERIOD,
                AT,
                catalogue.hash(),
                true,
                List.of(),
                attainments(catalogue.city(), 0),
                new MadeUnits(submissions),
                milestones(),
                reporting(),
                submissions,
                List.of(),
                findings.stream().limit(1).toList(),
                revisions(),
                review(submissions),
                Imputations.none(),
                2);
    }

    /** Units that are made while they are gone through: nothing of them is held. */
    private final class MadeUnits implements BulletinUnits {

        private final List<SubmissionRecord> submissions;
        private final Map<UnitCode, Integer> numbers = new HashMap<>();

        private MadeUnits(List<SubmissionRecord> submissions) {
            this.submissions = submissions;
            units().forEach(unit -> numbers.put(unit.code(), numbers.size()));
        }

        @Override
        public void forEach(Consumer<UnitBulletin> taker) {
            for (int i = 0; i < catalogue.units().size(); i++) {
                taker.accept(part(i));
            }
        }

        @Override
        public Optional<UnitBulletin> find(UnitCode unit) {
            return IntStream.range(0, catalogue.units().size())
                    .filter(i -> catalogue.units().get(i).code().equals(unit))
                    .mapToObj(this::part)
                    .findFirst();
        }

        private UnitBulletin part(int i) {
            Unit unit = catalogue.units().get(i);
            SubmissionRecord submission = submissions.get(i);
            boolean found = submission.state() == SubmissionState.RETURNED
                    || submission.receipt() == 1
                    || submission.receipt() == submissions.size();
            return new UnitBulletin(
                    unit.code(),
                    List.of(),
                    unit.kind() == UnitKind.CITY ? List.of() : attainments(unit, numbers.get(unit.code())),
                    observations(unit, submission),
                    found
                            ? findings.stream()
                                    .map(finding -> new SourcedFinding(submission, finding))
                                    .toList()
                            : List.of());
        }
    }

    private List<Unit> units() {
        List<Unit> units = new ArrayList<>(List.of(catalogue.city()));
        units.addAll(catalogue.ofKind(UnitKind.DISTRICT));
        units.addAll(catalogue.ofKind(UnitKind.ZONE));
        return units;
    }

    private List<Attainment> attainments(Unit unit, int u) {
        List<Attainment> all = new ArrayList<>();
        for (int t = 0; t < catalogue.targets().size(); t++) {
            Target target = catalogue.targets().get(t);
            if (unit.kind() == UnitKind.CITY || target.level() == Reporter.DISTRICT) {
                all.add(attainment(target, unit, t, u));
            }
        }
        return all;
    }

    private Attainment attainment(Target target, Unit unit, int t, int u) {
        boolean isCity = unit.kind() == UnitKind.CITY;
        int seed = (t * 7 + u * 11) % 23;
        AttainmentStatus status = status(target, isCity ? t : seed, unit);
        boolean isMissing = status == AttainmentStatus.NO_DATA;
        BigDecimal completion = new BigDecimal("21.4567").add(BigDecimal.valueOf(seed * 4L));
        BigDecimal share = isCity ? BigDecimal.ONE : new BigDecimal("0.1");
        BigDecimal promised =
                target.measure().isRate() ? target.value() : target.value().multiply(share);
        BigDecimal value = target.measure().isRate()
                ? target.value().add(new BigDecimal("-2.96").add(BigDecimal.valueOf(seed % 5)))
                : promised.multiply(completion).divide(HUNDRED, 4, RoundingMode.HALF_EVEN);
        boolean isLevel = target.measure() == Measure.LEVEL;
        Certainty certainty = isCity ? Certainty.values()[t % 4] : Certainty.COMPLETE;
        boolean hasTarget = isCity || target.measure().isRate() || t % 3 != 0;
        return new Attainment(
                PERIOD,
                target.code(),
                unit.code(),
                hasTarget ? Optional.of(promised) : Optional.empty(),
                basis(isCity, target),
                present(value, isMissing),
                present(new BigDecimal("1234.5678"), isMissing),
                present(new BigDecimal("1100.25"), isMissing || t % 9 == 4),
                target.items().size() > 1 ? present(new BigDecimal("12.34"), isMissing) : Optional.empty(),
                isLevel || target.measure() == Measure.GROWTH
                        ? present(new BigDecimal("-3.25").add(BigDecimal.valueOf(seed)), isMissing || t % 9 == 4)
                        : Optional.empty(),
                isLevel && hasTarget ? present(completion, isMissing) : Optional.empty(),
                PERIOD.pacePercent(RoundingMode.HALF_EVEN),
                hasTarget
                        ? present(
                                isLevel ? completion.subtract(new BigDecimal("50")) : value.subtract(promised),
                                isMissing)
                        : Optional.empty(),
                target.pace() == Pace.LINEAR
                        ? present(value.multiply(new BigDecimal("2")), isMissing)
                        : Optional.empty(),
                target.pace() == Pace.LUMPY ? present(promised, isMissing) : Optional.empty(),
                present(value, isMissing),
                certainty == Certainty.DEPENDS
                        ? Optional.empty()
                        : present(value.multiply(new BigDecimal("1.1")), isMissing),
                certainty,
                certainty == Certainty.DEPENDS ? List.of(absent.code()) : List.of(),
                status,
                status == AttainmentStatus.CANNOT_ASSESS ? Obstacle.NO_PRIOR_YEAR : Obstacle.NONE,
                isCity && t % 20 == 7,
                unit.kind() == UnitKind.DISTRICT && !isMissing ? OptionalInt.of(1 + (seed % 9)) : OptionalInt.empty(),
                isCity && certainty != Certainty.COMPLETE ? new BigDecimal("90") : HUNDRED,
                ObsStatus.A,
                isCity && isLevel && t % 4 == 1 && !isMissing ? seasonal(value) : SeasonalPace.NONE,
                isCity ? yearEnd(t) : YearEnd.NOT_APPLICABLE,
                isCity && certainty != Certainty.COMPLETE ? assumptions(target, t) : List.of());
    }

    private static SeasonalPace seasonal(BigDecimal value) {
        return new SeasonalPace(
                Optional.of(new BigDecimal("38.25")),
                Optional.of(new BigDecimal("-7.123")),
                Optional.of(AttainmentStatus.NEAR),
                Optional.of(value.multiply(new BigDecimal("2.6"))));
    }

    private static YearEnd yearEnd(int t) {
        YearEnd.Outlook outlook = YearEnd.Outlook.values()[t % YearEnd.Outlook.values().length];
        return switch (outlook) {
            case AT_THIS_RATE, NEEDS_MORE ->
                new YearEnd(
                        outlook,
                        Optional.of(new BigDecimal("1234.56")),
                        Optional.of(new BigDecimal("987.65")),
                        t % 5 == 0 ? Optional.of(new BigDecimal("12.345")) : Optional.empty());
            case DONE, LOST, NOT_COMPUTABLE, NOT_APPLICABLE ->
                new YearEnd(outlook, Optional.empty(), Optional.empty(), Optional.empty());
        };
    }

    private List<Assumption> assumptions(Target target, int t) {
        Assumption.Kind kind = Assumption.Kind.values()[t % Assumption.Kind.values().length];
        return List.of(new Assumption(
                absent.code(),
                target.items().get(0),
                kind,
                Optional.of(Period.month(2023, 5)),
                Interval.between(BigDecimal.ONE, BigDecimal.TEN)));
    }

    /** What the unit that is missing sent decides something; what was accepted moves a little. */
    private List<OpenFinding> review(List<SubmissionRecord> submissions) {
        List<OpenFinding> review = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            int rank = i + 1;
            List<TargetCode> decides = i < 2
                    ? catalogue.targets().stream()
                            .skip(rank)
                            .limit(3L - i)
                            .map(Target::code)
                            .toList()
                    : List.of();
            Finding finding = findings.get(i);
            submissions.stream()
                    .filter(submission -> submission.state() == SubmissionState.RETURNED)
                    .forEach(submission -> review.add(new OpenFinding(
                            rank,
                            new SourcedFinding(submission, finding),
                            rank,
                            new Impact(decides, new BigDecimal("30.456").subtract(BigDecimal.valueOf(rank))))));
        }
        return review;
    }

    private AttainmentStatus status(Target target, int seed, Unit unit) {
        if (unit.equals(absent)) {
            return AttainmentStatus.NO_DATA;
        }
        if (target.pace() == Pace.LUMPY && seed % 3 != 0) {
            return AttainmentStatus.IN_PROGRESS;
        }
        AttainmentStatus[] all = AttainmentStatus.values();
        return all[seed % all.length];
    }

    private static TargetBasis basis(boolean isCity, Target target) {
        if (isCity) {
            return TargetBasis.CITY;
        }
        return target.measure().isRate() ? TargetBasis.CITY_VALUE : TargetBasis.ILLUSTRATIVE;
    }

    private static Optional<BigDecimal> present(BigDecimal value, boolean isMissing) {
        return isMissing ? Optional.empty() : Optional.of(value);
    }

    private List<MilestoneStatus> milestones() {
        List<MilestoneStatus> all = new ArrayList<>();
        MilestoneState[] states = MilestoneState.values();
        AttainmentStatus[] verdicts = {
            AttainmentStatus.ACHIEVED,
            AttainmentStatus.IN_PROGRESS,
            AttainmentStatus.BELOW,
            AttainmentStatus.FAR_BEHIND,
            AttainmentStatus.NO_DATA
        };
        for (int i = 0; i < catalogue.milestones().size(); i++) {
            Milestone milestone = catalogue.milestones().get(i);
            List<UnitCode> areas = new ArrayList<>(List.of(catalogue.city().code()));
            if (milestone.reporters().size() > 1) {
                areas.addAll(milestone.reporters());
            }
            for (UnitCode area : areas) {
                AttainmentStatus verdict = verdicts[i % verdicts.length];
                boolean isReported = verdict != AttainmentStatus.NO_DATA;
                all.add(new MilestoneStatus(
                        PERIOD,
                        milestone.code(),
                        area,
                        isReported ? Optional.of(states[i % states.length]) : Optional.empty(),
                        isReported ? Optional.of(LocalDate.of(2023, 6, 1 + i % 28)) : Optional.empty(),
                        isReported ? "甬政办发〔2023〕" + i + "号，已完成前期工作并开工建设" : "",
                        verdict,
                        verdict == AttainmentStatus.FAR_BEHIND ? 4 : 0,
                        isReported ? List.of() : milestone.reporters()));
            }
        }
        return all;
    }

    private List<UnitReporting> reporting() {
        return catalogue.units().stream()
                .map(unit -> unit.equals(absent)
                        ? new UnitReporting(
                                unit.code(),
                                Optional.of(SubmissionState.RETURNED),
                                OptionalInt.empty(),
                                Optional.of(RECEIVED.plusSeconds(400_000)),
                                Optional.of(RECEIVED.plusSeconds(400_000)),
                                catalogue.due(PERIOD),
                                false,
                                1,
                                1,
                                false,
                                new Timeliness(
                                        Optional.empty(),
                                        Optional.of(RECEIVED.plusSeconds(300_000)),
                                        Optional.of(RECEIVED.plusSeconds(500_000)),
                                        2,
                                        Lateness.LATE_WITHIN_LIMIT),
                                new Completeness(60, Optional.of(45)))
                        : new UnitReporting(
                                unit.code(),
                                Optional.of(SubmissionState.ACCEPTED),
                                OptionalInt.of(1),
                                Optional.of(RECEIVED),
                                Optional.of(RECEIVED),
                                catalogue.due(PERIOD),
                                true,
                                1,
                                0,
                                true,
                                new Timeliness(
                                        Optional.of(RECEIVED), Optional.empty(), Optional.empty(), 0, Lateness.ON_TIME),
                                new Completeness(60, Optional.of(60))))
                .toList();
    }

    private List<SubmissionRecord> submissions() {
        List<SubmissionRecord> all = new ArrayList<>();
        long receipt = 0;
        for (Unit unit : catalogue.units()) {
            boolean isReturned = unit.equals(absent);
            all.add(new SubmissionRecord(
                    unit.code() + "-2023-06-v1",
                    ++receipt,
                    Optional.of(unit.code()),
                    Optional.of(PERIOD),
                    Optional.of(catalogue.settings().form().code()),
                    1,
                    isReturned ? SubmissionState.RETURNED : SubmissionState.ACCEPTED,
                    isReturned && !findings.isEmpty() ? "NUMBER" : "CLEAN",
                    new SourceFile(unit.nameZh() + "-2023年6月-报送表(最终版2).xlsx", "0123456789abcdef".repeat(4), 20_480),
                    RECEIVED,
                    RECEIVED,
                    RECEIVED.plusSeconds(60),
                    catalogue.hash(),
                    true));
        }
        return all;
    }

    private List<SourcedObservation> observations(Unit unit, SubmissionRecord submission) {
        List<SourcedObservation> all = new ArrayList<>();
        List<Item> items = catalogue.itemsFor(unit);
        for (int i = 0; i < items.size() && !unit.equals(absent); i++) {
            Item item = items.get(i);
            BigDecimal value = new BigDecimal("1234.567").movePointLeft(item.decimals() == 0 ? -3 : i % 3);
            Figure figure = i % 13 == 5
                    ? missing(i, MissingReason.BELOW_UNIT, "…")
                    : known(i, "E", value, i % 17 == 3 ? "-" + value.toPlainString() : value.toPlainString());
            Observation observation = new Observation(
                    item.code(),
                    figure,
                    item.asksPriorYear() ? known(i, "F", value, value.toPlainString()) : Figure.notAsked(),
                    Figure.notAsked(),
                    known(i, "H", value.multiply(new BigDecimal("2")), ""),
                    Figure.notAsked(),
                    i % 11 == 2 ? "因部分项目集中在二季度认定，较上年同期增加较多" : "",
                    "");
            all.add(new SourcedObservation(submission, observation, ObsStatus.A, RECEIVED, Optional.empty()));
        }
        return all;
    }

    private static Figure known(int row, String column, BigDecimal value, String raw) {
        return new Figure(Optional.of(new CellRef("填报表", column + (9 + row))), raw, new Amount.Known(value), List.of());
    }

    private static Figure missing(int row, MissingReason reason, String raw) {
        return new Figure(Optional.of(new CellRef("填报表", "E" + (9 + row))), raw, new Amount.Missing(reason), List.of());
    }

    private List<Revision> revisions() {
        UnitCode unit = catalogue.ofKind(UnitKind.DISTRICT).get(0).code();
        UnitCode late = catalogue.ofKind(UnitKind.DISTRICT).get(1).code();
        UnitCode city = catalogue.city().code();
        String item = catalogue.items().get(3).code().value();
        String target = catalogue.targets().get(3).code().value();
        return List.of(
                revision(unit, RevisedFigure.VALUE, item, "56.7812", "56.7810", RevisionReason.CORRECTION),
                revision(city, RevisedFigure.LEVEL, target, "156.7812", "156.7810", RevisionReason.CORRECTION),
                revision(
                        city,
                        RevisedFigure.GROWTH,
                        target,
                        "5.123456789012",
                        "5.123056789012",
                        RevisionReason.CORRECTION),
                revision(late, RevisedFigure.VALUE, item, "", "12.5", RevisionReason.LATE_REPORT),
                revision(late, RevisedFigure.PRIOR_YEAR, item, "", "11.5", RevisionReason.LATE_REPORT),
                new Revision(
                        Period.month(2023, 5),
                        2,
                        RECEIVED,
                        city,
                        RevisedFigure.STATUS,
                        target,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(AttainmentStatus.NEAR),
                        Optional.of(AttainmentStatus.BEHIND),
                        List.of(RevisionReason.LATE_REPORT, RevisionReason.CORRECTION),
                        Optional.empty(),
                        Optional.empty()));
    }

    private static Revision revision(
            UnitCode unit, RevisedFigure figure, String code, String old, String now, RevisionReason reason) {
        return new Revision(
                Period.month(2023, 5),
                2,
                RECEIVED,
                unit,
                figure,
                code,
                Optional.of(old).filter(text -> !text.isEmpty()).map(BigDecimal::new),
                Optional.of(new BigDecimal(now)),
                Optional.empty(),
                Optional.empty(),
                List.of(reason),
                Optional.of(unit + "-2023-05-v1").filter(id -> figure.isOfItem() && !old.isEmpty()),
                Optional.of(unit + "-2023-05-v2").filter(id -> figure.isOfItem()));
    }
}
