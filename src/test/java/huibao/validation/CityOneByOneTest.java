package huibao.validation;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.catalogue.Catalogue;
import huibao.catalogue.CatalogueReader;
import huibao.model.Amount;
import huibao.model.CellRef;
import huibao.model.Decision;
import huibao.model.Figure;
import huibao.model.Finding;
import huibao.model.FindingKind;
import huibao.model.Interval;
import huibao.model.Item;
import huibao.model.ItemCode;
import huibao.model.ItemFigure;
import huibao.model.ObsStatus;
import huibao.model.Observation;
import huibao.model.Outcome;
import huibao.model.Period;
import huibao.model.RevisedFigure;
import huibao.model.Revision;
import huibao.model.RevisionReason;
import huibao.model.Rule;
import huibao.model.RuleParameter;
import huibao.model.Severity;
import huibao.model.SourcedObservation;
import huibao.model.SubmissionRecord;
import huibao.model.SubmissionState;
import huibao.model.Target;
import huibao.model.Unit;
import huibao.model.UnitCode;
import huibao.model.UnitKind;
import huibao.testing.JobFolder;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Seeing one unit at a time, the city's rules say what they say over all figures at once: {@link FoldedCityChecks}. */
class CityOneByOneTest {

    private static final int SEEDS = 300;
    private static final Catalogue JOB = FilledForm.JOB;

    private static final List<FindingKind> KINDS = Stream.of(FindingKind.values())
            .filter(kind -> kind.scope() == FindingKind.Scope.CITY)
            // younger than the fold: CityChecksTest tries it
            .filter(kind -> kind != FindingKind.BELOW_CORRECTED)
            .toList();

    /** Few figures, so that they meet: the same in several units, and on both sides of every limit. */
    private static final List<String> FIGURES = List.of(
            "0", "-3", "12", "1200", "1200.0", "1234.5", "1234.50", "1234.6", "99999", "100000", "20.25", "1e4");

    @TempDir
    Path folder;

    /** The job, one district's allocation a hundred less, so that the districts' do not add up to the target. */
    private Catalogue jobThatFallsShort() throws IOException {
        Path job = JobFolder.copy(JobFolder.NINGBO, folder.resolve("job"));
        JobFolder.edit(job, "allocations.csv", "T0204,330212,101.33", "T0204,330212,1.33");
        return CatalogueReader.read(job);
    }

    @Test
    void saysWhatTheFoldOverAllFiguresSays() throws IOException {
        List<Catalogue> jobs = List.of(JOB, jobThatFallsShort());
        Map<FindingKind, Set<Outcome>> seen = new TreeMap<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            City city = new City(new Random(seed));
            Catalogue job = city.job(jobs.get(seed % 2));
            FoldedCityContext.Standing now = city.standing();
            Optional<FoldedCityContext.Standing> before =
                    city.happens(9) ? Optional.of(city.standing()) : Optional.empty();
            List<Revision> revisions = city.revisions();

            List<Finding> folded = new FoldedCityChecks(job).check(new FoldedCityContext(now, before, revisions));
            List<Finding> oneByOne = new CityChecks(job)
                    .check(standing(now).beside(before.map(CityOneByOneTest::standing), job, revisions));

            assertThat(oneByOne).as("seed " + seed).isEqualTo(folded);
            folded.forEach(finding -> seen.computeIfAbsent(finding.kind(), kind -> new TreeSet<>())
                    .add(finding.outcome()));
        }
        assertThat(seen.keySet()).containsExactlyElementsOf(KINDS);
        assertThat(seen.values()).allSatisfy(outcomes -> assertThat(outcomes).contains(Outcome.FAILED));
        assertThat(seen.values().stream().filter(outcomes -> outcomes.contains(Outcome.BROKEN)))
                .hasSizeGreaterThan(5);
    }

    private static CityStanding standing(FoldedCityContext.Standing same) {
        return new CityStanding(same.figures(), same.observations());
    }

    /** A city in which anything may stand, by a seed. */
    private record City(Random dice) {

        boolean happens(int timesInTen) {
            return dice.nextInt(10) < timesInTen;
        }

        private <T> T any(List<T> from) {
            return from.get(dice.nextInt(from.size()));
        }

        /** The job with other rules: of a kind none, one or two, with sensible limits or nonsense. */
        Catalogue job(Catalogue base) {
            List<Rule> rules = new ArrayList<>();
            for (FindingKind kind : KINDS) {
                for (int number = dice.nextInt(3); number > 0; number--) {
                    Map<String, String> parameters = new TreeMap<>();
                    for (RuleParameter parameter : kind.parameters()) {
                        if (dice.nextInt(40) > 0) {
                            parameters.put(parameter.name(), any(List.of("0", "1", "2", "2", "3", "4", "-1")));
                        }
                    }
                    Set<ItemCode> items = JOB.items().stream()
                            .filter(item -> happens(7))
                            .map(Item::code)
                            .collect(Collectors.toSet());
                    rules.add(new Rule(
                            kind + "_" + number,
                            kind,
                            any(List.of(Severity.values())),
                            any(List.of(Rule.State.ON, Rule.State.ON, Rule.State.TRIAL, Rule.State.OFF)),
                            items,
                            parameters));
                }
            }
            return base.withRules(rules);
        }

        /** What stands of the units, the city's own sums among it; in no order. */
        FoldedCityContext.Standing standing() {
            List<ItemFigure> figures = new ArrayList<>();
            List<SourcedObservation> observations = new ArrayList<>();
            boolean asAllocated = happens(5);
            for (Unit unit : JOB.units()) {
                for (Item item : JOB.items()) {
                    if (!item.reporter().asks(unit.kind()) && unit.kind() != UnitKind.CITY) {
                        continue;
                    }
                    Optional<BigDecimal> value =
                            asAllocated && happens(9) ? allocated(unit, item).or(() -> figure(9)) : figure(9);
                    figures.add(figure(unit.code(), item.code(), value, figure(8)));
                    if (happens(9)) {
                        observations.add(observation(unit.code(), item.code(), figures.size()));
                    }
                }
            }
            Collections.shuffle(figures, dice);
            return new FoldedCityContext.Standing(figures, observations);
        }

        private Optional<BigDecimal> allocated(Unit unit, Item item) {
            return JOB.targetsOf(item.code()).stream()
                    .map(Target::code)
                    .flatMap(target -> JOB.findAllocation(target, unit.code()).stream())
                    .map(allocation -> allocation.value())
                    .findFirst();
        }

        private Optional<BigDecimal> figure(int timesInTen) {
            return happens(timesInTen) ? Optional.of(new BigDecimal(any(FIGURES))) : Optional.empty();
        }

        /** Of units that are there and of some that are not, of values and of other figures. */
        List<Revision> revisions() {
            List<Revision> revisions = new ArrayList<>();
            for (int number = dice.nextInt(60); number > 0; number--) {
                revisions.add(new Revision(
                        Period.month(2023, 5),
                        2,
                        Instant.EPOCH,
                        happens(9) ? any(JOB.units()).code() : new UnitCode("999999"),
                        happens(8) ? RevisedFigure.VALUE : any(List.of(RevisedFigure.values())),
                        any(JOB.items()).code().value(),
                        figure(8),
                        figure(8),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(RevisionReason.CORRECTION),
                        Optional.of("v1"),
                        Optional.of("v2")));
            }
            return revisions;
        }

        private static ItemFigure figure(
                UnitCode unit, ItemCode item, Optional<BigDecimal> value, Optional<BigDecimal> priorYear) {
            return new ItemFigure(
                    item,
                    unit,
                    value,
                    priorYear,
                    Optional.empty(),
                    Interval.unbounded(),
                    Interval.unbounded(),
                    List.of(),
                    1,
                    ObsStatus.A);
        }

        private static SourcedObservation observation(UnitCode unit, ItemCode item, int row) {
            Figure value = new Figure(
                    Optional.of(new CellRef("填报表", "E" + row)), "", new Amount.Known(BigDecimal.ONE), List.of());
            return new SourcedObservation(
                    new SubmissionRecord(
                            unit + "-v1",
                            1,
                            Optional.of(unit),
                            Optional.of(Period.month(2023, 6)),
                            Optional.empty(),
                            1,
                            SubmissionState.ACCEPTED,
                            Decision.CLEAN,
                            FilledForm.file(),
                            Instant.EPOCH,
                            Instant.EPOCH,
                            Instant.EPOCH,
                            "",
                            true),
                    new Observation(
                            item,
                            value,
                            Figure.notAsked(),
                            Figure.notAsked(),
                            Figure.notAsked(),
                            Figure.notAsked(),
                            "",
                            ""),
                    ObsStatus.A,
                    Instant.EPOCH,
                    Optional.empty());
        }
    }
}
