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
import huibao.rollup.ReportSeries;
import huibao.rollup.UnitHistory;
import huibao.store.Registry;
import huibao.store.YearArchive;
import huibao.validation.AcceptedVersion;
import huibao.validation.Context;
import huibao.validation.GivenExplanation;
import huibao.validation.ImpactSource;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
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

    /** As many units before and as many behind one in print order are looked at for figures that are not its own. */
    private static final int MOST_OTHERS = 50;

    private final Catalogue catalogue;
    private final Optional<Registry> registry;
    private final Optional<YearArchive> lastYear;
    private final AcceptedBefore accepted;
    private final Map<Night, StandingCity> cities = new HashMap<>();

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
        this.accepted = new AcceptedBefore(catalogue, registry);
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
                accepted.record(unit, period, judged).flatMap(this::version),
                () -> others(unit, period, judged));
    }

    /** The latest form of the year of each of the units printed nearest, which are those that exchange files. */
    private List<Submission> others(UnitCode unit, Period period, SubmissionRecord judged) {
        List<Unit> units = catalogue.units();
        int place = units.indexOf(catalogue.requireUnit(unit));
        return units.subList(Math.max(0, place - MOST_OTHERS), Math.min(units.size(), place + MOST_OTHERS + 1)).stream()
                .filter(other -> !other.code().equals(unit))
                .flatMap(other ->
                        standing(other.code(), period, judged)
                                .or(() -> earlier(other.code(), period, judged).findFirst())
                                .stream())
                .toList();
    }

    private Optional<AcceptedVersion> version(SubmissionRecord accepted) {
        return registry.flatMap(known -> known.asRead(accepted))
                .map(form -> new AcceptedVersion(accepted.submissionId(), accepted.receivedAt(), form));
    }

    /** A unit's forms of earlier periods of the year, the last one first; each is read when it is asked for. */
    private Stream<Submission> earlier(UnitCode unit, Period period, SubmissionRecord judged) {
        return AcceptedBefore.earlier(period)
                .map(before -> standing(unit, before, judged))
                .flatMap(Optional::stream);
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
                .flatMap(key -> accepted.record(key.unit(), key.period(), judged).stream())
                .filter(sharing::containsKey)
                .sorted(Comparator.<SubmissionRecord, Integer>comparing(sharing::get)
                        .reversed()
                        .thenComparing(accepted.order()))
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
            StandingCity city = cityAt(judged);
            return new FindingImpact.City(
                    city.figures(),
                    city.ownPart(),
                    new UnitHistory(
                            new ReportSeries(accepted.earlierReports(unit, submission.period(), judged)
                                    .toList()),
                            context.lastYear().map(UnitReports::of),
                            Optional.empty()));
        });
    }

    /**
     * Changes submissions of a unit that were judged before.
     *
     * @param change what replaces them in the registry
     */
    public void whileChanging(UnitCode unit, Runnable change) {
        Unit changing = catalogue.requireUnit(unit);
        cities.values().forEach(city -> city.remove(changing));
        try {
            change.run();
        } finally {
            cities.values().forEach(city -> city.add(changing));
        }
    }

    StandingCity cityAt(SubmissionRecord judged) {
        StandingCity city = cities.computeIfAbsent(
                new Night(judged.period().orElseThrow(), judged.decidedAt()),
                night -> new StandingCity(catalogue, accepted, judged));
        city.goTo(judged);
        return city;
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
        return registry.flatMap(known -> accepted.record(unit, period, before).flatMap(known::asRead));
    }

    /** What stands together: the submissions of a period that were judged at a time. */
    private record Night(Period period, Instant decidedAt) {}

    /** What a form is of. */
    private record Key(UnitCode unit, Period period) {}
}
