package huibao.bulletin;

import huibao.attainment.AttainmentAssessor;
import huibao.attainment.CityTargets;
import huibao.catalogue.Catalogue;
import huibao.model.AreaFigures;
import huibao.model.Attainment;
import huibao.model.BulletinUnits;
import huibao.model.ItemCode;
import huibao.model.SourcedFinding;
import huibao.model.SourcedObservation;
import huibao.model.SubmissionRecord;
import huibao.model.Unit;
import huibao.model.UnitBulletin;
import huibao.model.UnitCode;
import huibao.model.UnitKind;
import huibao.store.Registry;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The units' parts of a bulletin, put together from the registry each time they are asked for. */
final class AssessedUnits implements BulletinUnits {

    private final Catalogue catalogue;
    private final Registry registry;
    private final StandingUnits standing;
    private final CityTargets targets;
    private final Map<UnitCode, List<SubmissionRecord>> submissions;
    private final Map<ItemCode, Integer> itemOrder = new HashMap<>();

    /**
     * @param targets every unit of the job, added: districts are ranked among each other
     * @param submissions every submission of the period, in receipt order
     */
    AssessedUnits(
            Catalogue catalogue,
            Registry registry,
            StandingUnits standing,
            CityTargets targets,
            List<SubmissionRecord> submissions) {
        this.catalogue = catalogue;
        this.registry = registry;
        this.standing = standing;
        this.targets = targets;
        this.submissions = submissions.stream()
                .filter(record -> record.unit().isPresent())
                .collect(Collectors.groupingBy(record -> record.unit().orElseThrow()));
        catalogue.items().forEach(item -> itemOrder.put(item.code(), itemOrder.size()));
    }

    @Override
    public void forEach(Consumer<UnitBulletin> taker) {
        catalogue.units().forEach(unit -> taker.accept(part(unit)));
    }

    @Override
    public Optional<UnitBulletin> find(UnitCode unit) {
        return catalogue.findUnit(unit).map(this::part);
    }

    @Override
    public void forEachVerdicts(Consumer<List<Attainment>> taker) {
        for (Unit unit : catalogue.units()) {
            List<Attainment> verdicts = verdicts(unit, figures(unit));
            if (!verdicts.isEmpty()) {
                taker.accept(verdicts);
            }
        }
    }

    /** The city's own figures are those of its contributors. */
    private AreaFigures figures(Unit unit) {
        return unit.kind() == UnitKind.CITY ? AreaFigures.of(unit.code(), List.of()) : standing.figures(unit);
    }

    private List<Attainment> verdicts(Unit unit, AreaFigures figures) {
        return unit.kind() == UnitKind.CITY
                ? List.of()
                : new AttainmentAssessor(catalogue).assessUnit(standing.period(), figures, targets);
    }

    private UnitBulletin part(Unit unit) {
        AreaFigures figures = figures(unit);
        return new UnitBulletin(
                unit.code(),
                List.copyOf(figures.figures()),
                verdicts(unit, figures),
                observations(unit.code()),
                findings(unit.code()));
    }

    /** The findings of all that a unit sent, without the rest of its part. */
    List<SourcedFinding> findings(UnitCode unit) {
        return submissions.getOrDefault(unit, List.of()).stream()
                .flatMap(record ->
                        registry.findings(record).stream().map(finding -> new SourcedFinding(record, finding)))
                .toList();
    }

    private List<SourcedObservation> observations(UnitCode unit) {
        return standing.record(unit).map(registry::observations).orElse(List.of()).stream()
                .sorted(Comparator.comparingInt(
                        row -> itemOrder.getOrDefault(row.observation().item(), Integer.MAX_VALUE)))
                .toList();
    }
}
