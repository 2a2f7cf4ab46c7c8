package huibao.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huibao.model.Allocation;
import huibao.model.FindingKind;
import huibao.model.Item;
import huibao.model.ItemCode;
import huibao.model.Milestone;
import huibao.model.MilestoneCode;
import huibao.model.Period;
import huibao.model.Rule;
import huibao.model.Target;
import huibao.model.TargetCode;
import huibao.model.Unit;
import huibao.model.UnitCode;
import huibao.model.UnitKind;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every answer against the lists gone through one by one, on a whole job; and what makes no job. */
class CatalogueTest {

    private static final Catalogue JOB = CatalogueReader.read(Path.of("jobs/ningbo-2023"));
    private static final UnitCode NOBODY = new UnitCode("nobody");
    private static final ItemCode NOTHING = new ItemCode("nothing");

    @Test
    void findsByCodeWhatTheListsHold() {
        assertThat(JOB.units())
                .allSatisfy(unit -> assertThat(JOB.requireUnit(unit.code())).isSameAs(unit));
        assertThat(JOB.items())
                .allSatisfy(item -> assertThat(JOB.requireItem(item.code())).isSameAs(item));
        assertThat(JOB.targets())
                .allSatisfy(
                        target -> assertThat(JOB.requireTarget(target.code())).isSameAs(target));
        assertThat(JOB.milestones())
                .allSatisfy(milestone ->
                        assertThat(JOB.requireMilestone(milestone.code())).isSameAs(milestone));
        assertThat(JOB.findUnit(NOBODY)).isEmpty();
        assertThat(JOB.findItem(NOTHING)).isEmpty();
        assertThat(JOB.findTarget(new TargetCode("nothing"))).isEmpty();
        assertThat(JOB.findMilestone(new MilestoneCode("nothing"))).isEmpty();
        assertThatThrownBy(() -> JOB.requireUnit(NOBODY)).hasMessage("the job has no unit nobody");
    }

    @Test
    void knowsWhereUnitsArePrinted() {
        assertThat(JOB.units().stream().map(unit -> JOB.placeOf(unit.code())))
                .containsExactlyElementsOf(
                        IntStream.range(0, JOB.units().size()).boxed().toList());
    }

    @Test
    void groupsUnits() {
        for (UnitKind kind : UnitKind.values()) {
            assertThat(JOB.ofKind(kind))
                    .containsExactlyElementsOf(JOB.units().stream()
                            .filter(unit -> unit.kind() == kind)
                            .toList());
        }
        for (Unit host : JOB.units()) {
            assertThat(JOB.zonesOf(host.code()))
                    .containsExactlyElementsOf(JOB.units().stream()
                            .filter(unit -> unit.host().equals(Optional.of(host.code())))
                            .toList());
        }
        assertThat(JOB.city().kind()).isEqualTo(UnitKind.CITY);
    }

    @Test
    void knowsWhatAFormAsksFor() {
        for (Unit unit : JOB.units()) {
            assertThat(JOB.itemsFor(unit))
                    .containsExactlyElementsOf(JOB.items().stream()
                            .filter(item -> item.reporter().asks(unit.kind()))
                            .toList());
            assertThat(JOB.milestonesFor(unit))
                    .containsExactlyElementsOf(JOB.milestones().stream()
                            .filter(milestone -> milestone.reporters().contains(unit.code()))
                            .toList());
        }
    }

    @Test
    void knowsWhoseFiguresMakeTheCitys() {
        for (Item item : JOB.items()) {
            assertThat(JOB.contributorsOf(item))
                    .containsExactlyElementsOf(JOB.units().stream()
                            .filter(unit -> unit.kind() != UnitKind.ZONE
                                    && item.reporter().asks(unit.kind()))
                            .toList());
            assertThat(JOB.units().stream().filter(unit -> Catalogue.contributes(unit, item)))
                    .containsExactlyElementsOf(JOB.contributorsOf(item));
            assertThat(JOB.targetsOf(item.code()))
                    .containsExactlyElementsOf(JOB.targets().stream()
                            .filter(target -> target.items().contains(item.code()))
                            .toList());
        }
        assertThat(JOB.targetsOf(NOTHING)).isEmpty();
    }

    @Test
    void findsAllocations() {
        for (Target target : JOB.targets()) {
            for (Unit unit : JOB.units()) {
                assertThat(JOB.findAllocation(target.code(), unit.code()))
                        .isEqualTo(JOB.allocations().stream()
                                .filter(allocation -> allocation.target().equals(target.code())
                                        && allocation.unit().equals(unit.code()))
                                .findFirst());
            }
        }
    }

    @Test
    void groupsRules() {
        for (FindingKind kind : FindingKind.values()) {
            List<Rule> lines =
                    JOB.rules().stream().filter(rule -> rule.kind() == kind).toList();
            List<Rule> running = lines.stream()
                    .filter(rule -> rule.state() != Rule.State.OFF)
                    .toList();
            assertThat(JOB.linesOf(kind)).containsExactlyElementsOf(lines);
            assertThat(JOB.rulesOf(kind)).containsExactlyElementsOf(running);
            for (Item item : JOB.items()) {
                List<Rule> covering = running.stream()
                        .filter(rule -> rule.items().contains(item.code()))
                        .toList();
                assertThat(JOB.rulesOf(kind, item.code())).containsExactlyElementsOf(covering);
                assertThat(JOB.limit(kind, item.code(), "percent"))
                        .isEqualTo(covering.stream()
                                .flatMap(rule ->
                                        Optional.ofNullable(rule.parameters().get("percent")).stream())
                                .map(BigDecimal::new)
                                .findFirst());
            }
        }
    }

    @Test
    void knowsWhatIsDueWhen() {
        for (Period period : JOB.periods()) {
            assertThat(JOB.due(period))
                    .isEqualTo(JOB.deadlines().stream()
                            .filter(deadline -> deadline.period().equals(period))
                            .map(Deadline::due)
                            .findFirst());
        }
        for (Milestone milestone : JOB.milestones()) {
            assertThat(JOB.due(milestone.code()))
                    .isEqualTo(JOB.milestoneDeadlines().stream()
                            .filter(deadline -> deadline.milestone().equals(milestone.code()))
                            .map(MilestoneDeadline::due)
                            .findFirst());
        }
    }

    @Test
    void refusesWhatIsThereTwice() {
        assertThatThrownBy(() -> with(twice(JOB.units()), JOB.items(), JOB.targets(), JOB.allocations()))
                .hasMessage("the job has unit %s twice", JOB.units().get(0).code());
        assertThatThrownBy(() -> with(JOB.units(), twice(JOB.items()), JOB.targets(), JOB.allocations()))
                .hasMessage("the job has item %s twice", JOB.items().get(0).code());
        assertThatThrownBy(() -> with(JOB.units(), JOB.items(), twice(JOB.targets()), JOB.allocations()))
                .hasMessage("the job has target %s twice", JOB.targets().get(0).code());
        Allocation first = JOB.allocations().get(0);
        assertThatThrownBy(() -> with(JOB.units(), JOB.items(), JOB.targets(), twice(JOB.allocations())))
                .hasMessage("the job has allocation of %s and %s twice", first.unit(), first.target());
    }

    @Test
    void refusesCodesThatLeadNowhere() {
        assertThatThrownBy(() -> with(JOB.units(), List.of(), JOB.targets(), List.of()))
                .hasMessage(
                        "the job has no item %s", JOB.targets().get(0).items().get(0));
        Allocation stray = new Allocation(JOB.targets().get(0).code(), NOBODY, BigDecimal.ONE, false);
        assertThatThrownBy(() -> with(JOB.units(), JOB.items(), JOB.targets(), List.of(stray)))
                .hasMessage("the job has no unit nobody");
        Unit lodger = new Unit(
                NOBODY, "区", "区", "zone", UnitKind.ZONE, Optional.of(JOB.city().code()), 99, List.of());
        assertThatThrownBy(() -> with(
                        Stream.concat(JOB.units().stream(), Stream.of(lodger)).toList(),
                        JOB.items(),
                        JOB.targets(),
                        List.of()))
                .hasMessage(
                        "nobody: its host must be a district: %s", JOB.city().code());
    }

    @Test
    void refusesAJobWithoutACity() {
        List<Unit> districts = JOB.ofKind(UnitKind.DISTRICT);

        assertThatThrownBy(() -> with(districts, JOB.items(), JOB.targets(), List.of()))
                .hasMessage("a job has exactly one city, found []");
    }

    private static <T> List<T> twice(List<T> list) {
        List<T> twice = new ArrayList<>(list);
        twice.add(list.get(0));
        return twice;
    }

    private static Catalogue with(
            List<Unit> units, List<Item> items, List<Target> targets, List<Allocation> allocations) {
        return new Catalogue(
                JOB.settings(),
                units,
                items,
                targets,
                List.of(),
                allocations,
                List.of(),
                JOB.deadlines(),
                List.of(),
                Map.of(),
                JOB.hash(),
                JOB.formHash());
    }
}
