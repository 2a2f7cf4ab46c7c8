package huibao.catalogue;

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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A job folder, checked as a whole: every code in it resolves. Lists are in print order.
 *
 * @param settings what job.yaml says
 * @param units reporting units
 * @param items reported items
 * @param targets targets of the report
 * @param milestones promises without a number
 * @param allocations the district split of targets, possibly empty
 * @param rules the rules switched on, on trial or off
 * @param deadlines when forms are due
 * @param milestoneDeadlines by when milestones should be completed, possibly empty
 * @param weights relative size of units, for synthetic samples only; possibly empty
 * @param hash SHA-256 over the job folder's files, 64 hexadecimal digits
 * @param formHash SHA-256 over what of them forms are made from: all but how the job is run and its people are told
 */
public record Catalogue(
        JobSettings settings,
        List<Unit> units,
        List<Item> items,
        List<Target> targets,
        List<Milestone> milestones,
        List<Allocation> allocations,
        List<Rule> rules,
        List<Deadline> deadlines,
        List<MilestoneDeadline> milestoneDeadlines,
        Map<UnitCode, BigDecimal> weights,
        String hash,
        String formHash) {

    public Catalogue {
        units = List.copyOf(units);
        items = List.copyOf(items);
        targets = List.copyOf(targets);
        milestones = List.copyOf(milestones);
        allocations = List.copyOf(allocations);
        rules = List.copyOf(rules);
        deadlines = List.copyOf(deadlines);
        milestoneDeadlines = List.copyOf(milestoneDeadlines);
        weights = Map.copyOf(weights);
    }

    /** The same job with other rules, to try them out; the hash stays that of the folder. */
    public Catalogue withRules(List<Rule> others) {
        return new Catalogue(
                settings,
                units,
                items,
                targets,
                milestones,
                allocations,
                others,
                deadlines,
                milestoneDeadlines,
                weights,
                hash,
                formHash);
    }

    public Optional<Unit> findUnit(UnitCode code) {
        return first(units, unit -> unit.code().equals(code));
    }

    public Unit requireUnit(UnitCode code) {
        return findUnit(code).orElseThrow(() -> unknown("unit", code));
    }

    public Optional<Item> findItem(ItemCode code) {
        return first(items, item -> item.code().equals(code));
    }

    public Item requireItem(ItemCode code) {
        return findItem(code).orElseThrow(() -> unknown("item", code));
    }

    public Optional<Target> findTarget(TargetCode code) {
        return first(targets, target -> target.code().equals(code));
    }

    public Target requireTarget(TargetCode code) {
        return findTarget(code).orElseThrow(() -> unknown("target", code));
    }

    public Optional<Milestone> findMilestone(MilestoneCode code) {
        return first(milestones, milestone -> milestone.code().equals(code));
    }

    public Milestone requireMilestone(MilestoneCode code) {
        return findMilestone(code).orElseThrow(() -> unknown("milestone", code));
    }

    public Optional<Allocation> findAllocation(TargetCode target, UnitCode unit) {
        return first(allocations, a -> a.target().equals(target) && a.unit().equals(unit));
    }

    /** The city unit; a job has exactly one. */
    public Unit city() {
        return ofKind(UnitKind.CITY).get(0);
    }

    /** Units of a kind in print order. */
    public List<Unit> ofKind(UnitKind kind) {
        return units.stream().filter(unit -> unit.kind() == kind).toList();
    }

    /** The zones a district hosts, in print order. */
    public List<Unit> zonesOf(UnitCode host) {
        return units.stream()
                .filter(unit -> unit.host().equals(Optional.of(host)))
                .toList();
    }

    /** The items a unit's form asks for, in print order. */
    public List<Item> itemsFor(Unit unit) {
        return items.stream().filter(item -> item.reporter().asks(unit.kind())).toList();
    }

    /** The milestones a unit reports on, in print order. */
    public List<Milestone> milestonesFor(Unit unit) {
        return milestones.stream()
                .filter(milestone -> milestone.reporters().contains(unit.code()))
                .toList();
    }

    /** The units whose figures make the city's figure of an item: the districts, or the city itself. */
    public List<Unit> contributorsOf(Item item) {
        return units.stream()
                .filter(unit -> unit.kind() != UnitKind.ZONE && item.reporter().asks(unit.kind()))
                .toList();
    }

    /** The targets an item serves. */
    public List<Target> targetsOf(ItemCode item) {
        return targets.stream().filter(target -> target.items().contains(item)).toList();
    }

    /** Rules of a kind that run, in file order. */
    public List<Rule> rulesOf(FindingKind kind) {
        return rules.stream()
                .filter(rule -> rule.kind() == kind && rule.state() != Rule.State.OFF)
                .toList();
    }

    /** A numeric parameter of the first running rule of a kind that covers an item. */
    public Optional<BigDecimal> limit(FindingKind kind, ItemCode item, String parameter) {
        return rulesOf(kind).stream()
                .filter(rule -> rule.items().contains(item))
                .map(rule -> Optional.ofNullable(rule.parameters().get(parameter)))
                .flatMap(Optional::stream)
                .map(BigDecimal::new)
                .findFirst();
    }

    /** When a period's forms are due, if the job says. */
    public Optional<Instant> due(Period period) {
        return first(deadlines, deadline -> deadline.period().equals(period)).map(Deadline::due);
    }

    /** By when a milestone should be completed, if the job says. */
    public Optional<LocalDate> due(MilestoneCode milestone) {
        return first(milestoneDeadlines, deadline -> deadline.milestone().equals(milestone))
                .map(MilestoneDeadline::due);
    }

    /** The job's periods of its year, first to last. */
    public List<Period> periods() {
        return IntStream.rangeClosed(1, settings.frequency().periodsPerYear())
                .mapToObj(number -> new Period(settings.frequency(), settings.year(), number))
                .toList();
    }

    private static <T> Optional<T> first(List<T> list, Predicate<T> condition) {
        return list.stream().filter(condition).findFirst();
    }

    private static IllegalArgumentException unknown(String what, Object code) {
        return new IllegalArgumentException("the job has no " + what + " " + code);
    }
}
