package huibao.bulletin;

import huibao.catalogue.Catalogue;
import huibao.model.FindingKind;
import huibao.model.ItemCode;
import huibao.model.Observation;
import huibao.model.Period;
import huibao.model.Submission;
import huibao.model.SubmissionRecord;
import huibao.model.Unit;
import huibao.model.UnitCode;
import huibao.model.UnitKind;
import huibao.model.UnitReport;
import huibao.rollup.CarriedForward;
import huibao.rollup.History;
import huibao.rollup.ReportSeries;
import huibao.store.Registry;
import huibao.store.YearArchive;
import huibao.validation.AcceptedVersion;
import huibao.validation.Context;
import huibao.validation.GivenExplanation;
import huibao.validation.ImpactSource;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stood when a submission was judged: a submission judged again is compared with what it was
 * compared with the first time, so that judging one unit again gives what a full run gave.
 */
public final class ComparisonBasis {

    /** As many as a form can reasonably have been made of. */
    private static final int MOST_ALIKE = 3;

    private final Catalogue catalogue;
    private final Optional<Registry> registry;
    private final Optional<YearArchive> lastYear;
    private final Comparator<SubmissionRecord> order;
    private final Map<String, UnitReport> reports = new HashMap<>();

    public ComparisonBasis(Catalogue catalogue, Registry registry) {
        this(catalogue, Optional.of(registry), registry.lastYear());
    }

    /**
     * @param registry what was judged this year; empty before the first run
     * @param lastYear what was judged the year before
     */
    public ComparisonBasis(Catalogue catalogue, Optional<Registry> registry, Optional<YearArchive> lastYear) {
        this.catalogue = catalogue;
        this.registry = registry;
        this.lastYear = lastYear;
        this.order = Comparator.comparing(SubmissionRecord::decidedAt)
                .thenComparing(record -> record.period().orElseThrow())
                .thenComparing(record -> place(record.unit().orElseThrow()))
                .thenComparing(SubmissionRecord::receipt);
    }

    /** Where a unit is printed; after all others where the job no longer has it. */
    private int place(UnitCode unit) {
        return catalogue.findUnit(unit).map(Unit::order).orElse(Integer.MAX_VALUE);
    }

    /** What the rules may compare a submission with. */
    public Context contextOf(SubmissionRecord judged, Submission submission) {
        UnitCode unit = judged.unit().orElseThrow();
        Period period = judged.period().orElseThrow();
        Map<UnitCode, Submission> related = new LinkedHashMap<>();
        relatives(unit)
                .forEach(relative -> standing(relative.code(), period, judged)
                        .ifPresent(found -> related.put(relative.code(), found)));
        Iterator<Submission> earlier = earlier(unit, period, judged).iterator();
        Optional<Submission> previous = earlier.hasNext() ? Optional.of(earlier.next()) : Optional.empty();
        return new Context(
                previous,
                lastYear.flatMap(archive -> archive.standing(unit, period.yearBefore(), judged.decidedAt())),
                related,
                alike(judged, submission),
                previous.map(latest -> GivenExplanation.of(latest, earlier)).orElse(Map.of()),
                standingRecord(unit, period, judged).flatMap(this::version));
    }

    private Optional<AcceptedVersion> version(SubmissionRecord accepted) {
        return registry.flatMap(known -> known.asRead(accepted))
                .map(form -> new AcceptedVersion(accepted.submissionId(), accepted.receivedAt(), form));
    }

    /** A unit's forms of earlier periods of the year, the last one first; each is read when it is asked for. */
    private Stream<Submission> earlier(UnitCode unit, Period period, SubmissionRecord judged) {
        return earlier(period).map(before -> standing(unit, before, judged)).flatMap(Optional::stream);
    }

    /** The forms that share most figures with one, of the items for which a rule asks that. */
    private List<Submission> alike(SubmissionRecord judged, Submission submission) {
        UnitCode unit = judged.unit().orElseThrow();
        Period period = judged.period().orElseThrow();
        Set<ItemCode> asked = catalogue.rulesOf(FindingKind.FORM_COPIED).stream()
                .flatMap(rule -> rule.items().stream())
                .collect(Collectors.toSet());
        Map<ItemCode, BigDecimal> figures = new TreeMap<>();
        for (Observation row : submission.observations()) {
            row.value()
                    .amount()
                    .known()
                    .filter(value -> value.signum() != 0 && asked.contains(row.item()))
                    .ifPresent(value -> figures.put(row.item(), value));
        }
        Map<SubmissionRecord, Integer> sharing = registry.map(
                        known -> known.sharing(unit, period, figures, fewestAlike()))
                .orElse(Map.of());
        return sharing.keySet().stream()
                .map(record ->
                        new Key(record.unit().orElseThrow(), record.period().orElseThrow()))
                .distinct()
                .flatMap(key -> standingRecord(key.unit(), key.period(), judged).stream())
                .filter(sharing::containsKey)
                .sorted(Comparator.<SubmissionRecord, Integer>comparing(sharing::get)
                        .reversed()
                        .thenComparing(order))
                .limit(MOST_ALIKE)
                .flatMap(record -> registry.flatMap(known -> known.asRead(record)).stream())
                .toList();
    }

    /** With fewer equal figures no rule calls a form a copy of another. */
    private int fewestAlike() {
        return catalogue.rulesOf(FindingKind.FORM_COPIED).stream()
                .flatMap(rule -> Optional.ofNullable(rule.parameters().get("min_items")).stream())
                .map(BigDecimal::new)
                .min(Comparator.naturalOrder())
                .map(fewest -> fewest.setScale(0, RoundingMode.CEILING).intValueExact())
                .filter(fewest -> fewest > 2)
                .orElse(2);
    }

    /** What hangs on the findings of a submission, by what stood when it was judged. */
    public ImpactSource stakesOf(SubmissionRecord judged, Submission submission, Context context) {
        return new FindingImpact(catalogue, submission, () -> {
            UnitCode unit = submission.unit();
            ReportSeries own = new ReportSeries(earlier(submission.period())
                    .flatMap(before -> standingRecord(unit, before, judged).stream())
                    .map(this::report)
                    .toList());
            Map<UnitCode, UnitReport> yearBefore = new LinkedHashMap<>();
            context.lastYear().map(UnitReports::of).ifPresent(report -> yearBefore.put(unit, report));
            return new FindingImpact.City(others(judged), new History(Map.of(unit, own), yearBefore));
        });
    }

    /** The other units whose figures are added up, with what had been accepted of them; gaps closed. */
    private List<UnitReport> others(SubmissionRecord judged) {
        Period period = judged.period().orElseThrow();
        CarriedForward gaps = new CarriedForward(catalogue, period);
        Map<UnitCode, SubmissionRecord> now = accepted(period, judged);
        Map<UnitCode, List<UnitReport>> before = new HashMap<>();
        earlier(period)
                .forEach(past -> accepted(past, judged)
                        .forEach((unit, record) -> before.computeIfAbsent(unit, code -> new ArrayList<>())
                                .add(report(record))));
        List<UnitReport> others = new ArrayList<>();
        for (Unit unit : catalogue.units()) {
            if (unit.kind() != UnitKind.ZONE && !Optional.of(unit.code()).equals(judged.unit())) {
                others.add(gaps.of(
                        unit,
                        Optional.ofNullable(now.get(unit.code())).map(this::report),
                        new ReportSeries(before.getOrDefault(unit.code(), List.of()))));
            }
        }
        return others;
    }

    /** Per unit what stood of a period when another submission was judged. */
    private Map<UnitCode, SubmissionRecord> accepted(Period period, SubmissionRecord before) {
        Map<UnitCode, SubmissionRecord> accepted = new HashMap<>();
        for (Unit unit : catalogue.units()) {
            standingRecord(unit.code(), period, before).ifPresent(record -> accepted.put(unit.code(), record));
        }
        return accepted;
    }

    private UnitReport report(SubmissionRecord record) {
        return reports.computeIfAbsent(
                record.submissionId(), id -> registry.orElseThrow().report(record));
    }

    private static Stream<Period> earlier(Period period) {
        return Stream.iterate(period.previousInYear(), Optional::isPresent, p -> p.flatMap(Period::previousInYear))
                .flatMap(Optional::stream);
    }

    /** The host and sibling zones of a zone; the zones of a district. */
    private Stream<Unit> relatives(UnitCode unit) {
        Optional<UnitCode> host = catalogue.requireUnit(unit).host();
        UnitCode district = host.orElse(unit);
        return Stream.concat(
                        host.stream().map(code -> catalogue.requireUnit(code)), catalogue.zonesOf(district).stream())
                .filter(relative -> !relative.code().equals(unit));
    }

    private Optional<Submission> standing(UnitCode unit, Period period, SubmissionRecord before) {
        return registry.flatMap(known -> standingRecord(unit, period, before).flatMap(known::asRead));
    }

    /** What was accepted last of a unit and period among what comes before another submission. */
    private Optional<SubmissionRecord> standingRecord(UnitCode unit, Period period, SubmissionRecord before) {
        int place = Comparator.comparing(Key::period)
                .thenComparing(key -> place(key.unit()))
                .compare(
                        new Key(unit, period),
                        new Key(before.unit().orElseThrow(), before.period().orElseThrow()));
        long receipt = place < 0 ? Long.MAX_VALUE : place > 0 ? 0 : before.receipt();
        return registry.flatMap(known -> known.acceptedBefore(unit, period, before.decidedAt(), receipt));
    }

    /** What a form is of. */
    private record Key(UnitCode unit, Period period) {}
}
