package huibao.catalogue;

import huibao.model.Allocation;
import huibao.model.FindingKind;
import huibao.model.Item;
import huibao.model.ItemCode;
import huibao.model.Milestone;
import huibao.model.MilestoneCode;
import huibao.model.Period;
import huibao.model.Reporter;
import huibao.model.Rule;
import huibao.model.Target;
import huibao.model.TargetCode;
import huibao.model.Unit;
import huibao.model.UnitCode;
import huibao.model.UnitKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A job folder, checked as a whole: every code in it resolves. Lists are in print order. Whatever is looked up
 * is indexed when the catalogue is made, once per job.
 */
public final class Catalogue {

    private final JobSettings settings;
    private final Listing<UnitCode, Unit> units;
    private final Listing<ItemCode, Item> items;
    private final Listing<TargetCode, Target> targets;
    private final Listing<MilestoneCode, Milestone> milestones;
    private final List<Allocation> allocations;
    private final RuleIndex rules;
    private final List<Deadline> deadlines;
    private final List<MilestoneDeadline> milestoneDeadlines;
    private final Map<UnitCode, BigDecimal> weights;
    private final String hash;
    private final String formHash;

    private final Map<UnitKind, List<Unit>> unitsByKind;
    private final Map<UnitCode, List<Unit>> zonesByHost;
    private final Map<UnitKind, List<Item>> itemsByKind;
    private final Map<Reporter, List<Unit>> contributors;
    private final Map<UnitCode, List<Milestone>> milestonesByUnit;
    private final Map<ItemCode, List<Target>> targetsByItem;
    private final Map<UnitCode, Map<TargetCode, Allocation>> allocationsByUnit;
    private final Map<Period, Instant> due;
    private final Map<MilestoneCode, LocalDate> milestonesDue;

    /**
     * @param settings what job.yaml says
     * @param units reporting units, one of them the city
     * @param items reported items
     * @param targets targets of the report
     * @param milestones promises without a number
     * @param allocations the district split of targets, possibly empty
     * @param rules the rules switched on, on trial or off
     * @param deadlines when forms are due
     * @param milestoneDeadlines by when milestones should be completed, possibly empty
     * @param weights relative size of units, for synthetic samples only; possibly empty
     * @param hash SHA-256 over the job folder's files, 64 hexadecimal digits
     * @param formHash SHA-256 over what of them forms are made from: all but how the job is run and its people are
     *     told
     * @throws IllegalArgumentException if a code is there twice, or used and not there
     */
    public Catalogue(
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
        this.settings = settings;
        this.units = new Listing<>("unit", units, Unit::code);
        this.items = new Listing<>("item", items, Item::code);
        this.targets = new Listing<>("target", targets, Target::code);
        this.milestones = new Listing<>("milestone", milestones, Milestone::code);
        this.allocations = List.copyOf(allocations);
        this.rules = new RuleIndex(rules);
        this.deadlines = List.copyOf(deadlines);
        this.milestoneDeadlines = List.copyOf(milestoneDeadlines);
        this.weights = Map.copyOf(weights);
        this.hash = hash;
        this.formHash = formHash;
        requireKnownCodes();
        this.unitsByKind = Groups.of(UnitKind.class, units, (kind, unit) -> unit.kind() == kind);
        if (ofKind(UnitKind.CITY).size() != 1) {
            throw new IllegalArgumentException("a job has exactly one city, found " + ofKind(UnitKind.CITY));
        }
        this.zonesByHost = Groups.of(units, unit -> unit.host().stream().toList());
        this.itemsByKind =
                Groups.of(UnitKind.class, items, (kind, item) -> item.reporter().asks(kind));
        this.contributors = Groups.of(
                Reporter.class, units, (asked, unit) -> unit.kind() != UnitKind.ZONE && asked.asks(unit.kind()));
        this.milestonesByUnit = Groups.of(milestones, Milestone::reporters);
        this.targetsByItem =
                Groups.of(targets, target -> target.items().stream().distinct().toList());
        this.allocationsByUnit = Groups.pairs("allocation", allocations, Allocation::unit, Allocation::target);
        this.due = Groups.index("deadline", deadlines, Deadline::period, Deadline::due);
        this.milestonesDue = Groups.index(
                "milestone deadline", milestoneDeadlines, MilestoneDeadline::milestone, MilestoneDeadline::due);
    }

    private void requireKnownCodes() {
        for (Unit unit : units.all()) {
            unit.host()
                    .map(units::require)
                    .filter(host -> host.kind() != UnitKind.DISTRICT)
                    .ifPresent(host -> {
                        throw new IllegalArgumentException(
                                unit.code() + ": its host must be a district: " + host.code());
                    });
        }
        targets.all().forEach(target -> target.items().forEach(items::require));
        milestones.all().forEach(milestone -> milestone.reporters().forEach(units::require));
        allocations.forEach(allocation -> {
            targets.require(allocation.target());
            units.require(allocation.unit());
        });
        rules.all().forEach(rule -> rule.items().forEach(items::require));
        milestoneDeadlines.forEach(deadline -> milestones.require(deadline.milestone()));
        weights.keySet().forEach(units::require);
    }

    /**
     * The part of the job that some items are: the targets made of nothing else, and what the rules say of the items. The
     * hash stays that of the folder.
     */
    public Catalogue only(Collection<ItemCode> some) {
        List<Target> made = targets.all().stream()
                .filter(target -> some.containsAll(target.items()))
                .toList();
        Set<TargetCode> codes = made.stream().map(Target::code).collect(Collectors.toSet());
        return new Catalogue(
                settings,
                units.all(),
                items.all().stream().filter(item -> some.contains(item.code())).toList(),
                made,
                milestones.all(),
                allocations.stream()
                        .filter(allocation -> codes.contains(allocation.target()))
                        .toList(),
                rules.all().stream().flatMap(rule -> only(some, rule)).toList(),
                deadlines,
                milestoneDeadlines,
                weights,
                hash,
                formHash);
    }

    private static Stream<Rule> only(Collection<ItemCode> some, Rule rule) {
        Set<ItemCode> items = rule.items().stream().filter(some::contains).collect(Collectors.toSet());
        return items.isEmpty()
                ? Stream.empty()
                : Stream.of(
                        new Rule(rule.code(), rule.kind(), rule.severity(), rule.state(), items, rule.parameters()));
    }

    /** The same job with other rules, to try them out; the hash stays that of the folder. */
    public Catalogue withRules(List<Rule> others) {
        return new Catalogue(
                settings,
                units.all(),
                items.all(),
                targets.all(),
                milestones.all(),
                allocations,
                others,
                deadlines,
                milestoneDeadlines,
                weights,
                hash,
                formHash);
    }

    public JobSettings settings() {
        return settings;
    }

    public List<Unit> units() {
        return units.all();
    }

    public List<Item> items() {
        return items.all();
    }

    public List<Target> targets() {
        return targets.all();
    }

    public List<Milestone> milestones() {
        return milestones.all();
    }

    public List<Allocation> allocations() {
        return allocations;
    }

    public List<Rule> rules() {
        return rules.all();
    }

    public List<Deadline> deadlines() {
        return deadlines;
    }

    public List<MilestoneDeadline> milestoneDeadlines() {
        return milestoneDeadlines;
    }

    public Map<UnitCode, BigDecimal> weights() {
        return weights;
    }

    public String hash() {
        return hash;
    }

    public String formHash() {
        return formHash;
    }

    public Optional<Unit> findUnit(UnitCode code) {
        return units.find(code);
    }

    public Unit requireUnit(UnitCode code) {
        return units.require(code);
    }

    /** Where a unit stands in print order, from 0. */
    public int placeOf(UnitCode unit) {
        return units.placeOf(unit);
    }

    public Optional<Item> findItem(ItemCode code) {
        return items.find(code);
    }

    public Item requireItem(ItemCode code) {
        return items.require(code);
    }

    public Optional<Target> findTarget(TargetCode code) {
        return targets.find(code);
    }

    public Target requireTarget(TargetCode code) {
        return targets.require(code);
    }

    public Optional<Milestone> findMilestone(MilestoneCode code) {
        return milestones.find(code);
    }

    public Milestone requireMilestone(MilestoneCode code) {
        return milestones.require(code);
    }

    public Optional<Allocation> findAllocation(TargetCode target, UnitCode unit) {
        return Optional.ofNullable(
                allocationsByUnit.getOrDefault(unit, Map.of()).get(target));
    }

    /** The city unit; a job has exactly one. */
    public Unit city() {
        return ofKind(UnitKind.CITY).get(0);
    }

    /** Units of a kind in print order. */
    public List<Unit> ofKind(UnitKind kind) {
        return unitsByKind.getOrDefault(kind, List.of());
    }

    /** The zones a district hosts, in print order. */
    public List<Unit> zonesOf(UnitCode host) {
        return zonesByHost.getOrDefault(host, List.of());
    }

    /** The items a unit's form asks for, in print order. */
    public List<Item> itemsFor(Unit unit) {
        return itemsByKind.getOrDefault(unit.kind(), List.of());
    }

    /** The milestones a unit reports on, in print order. */
    public List<Milestone> milestonesFor(Unit unit) {
        return milestonesByUnit.getOrDefault(unit.code(), List.of());
    }

    /** The units whose figures make the city's figure of an item: the districts, or the city itself. */
    public List<Unit> contributorsOf(Item item) {
        return contributors.getOrDefault(item.reporter(), List.of());
    }

    /** Whether a unit's figure is part of the city's: a zone's is in its host's already. */
    public static boolean contributes(Unit unit, Item item) {
        return unit.kind() != UnitKind.ZONE && item.reporter().asks(unit.kind());
    }

    /** The targets an item serves. */
    public List<Target> targetsOf(ItemCode item) {
        return targetsByItem.getOrDefault(item, List.of());
    }

    /** Rules of a kind that run, in file order. */
    public List<Rule> rulesOf(FindingKind kind) {
        return rules.running(kind);
    }

    /** Rules of a kind that run and cover an item, in file order. */
    public List<Rule> rulesOf(FindingKind kind, ItemCode item) {
        return rules.running(kind, item);
    }

    /** What a code stands for: the kind of one of the job's rules, or a kind by its own name. */
    public Optional<FindingKind> findKind(String code) {
        return rules.kind(code);
    }

    /** Rules of a kind, whether they run or not, in file order. */
    public List<Rule> linesOf(FindingKind kind) {
        return rules.lines(kind);
    }

    /** A numeric parameter of the first running rule of a kind that covers an item and has it. */
    public Optional<BigDecimal> limit(FindingKind kind, ItemCode item, String parameter) {
        return rulesOf(kind, item).stream()
                .flatMap(rule -> Optional.ofNullable(rule.parameters().get(parameter)).stream())
                .map(BigDecimal::new)
                .findFirst();
    }

    /** When a period's forms are due, if the job says. */
    public Optional<Instant> due(Period period) {
        return Optional.ofNullable(due.get(period));
    }

    /** By when a milestone should be completed, if the job says. */
    public Optional<LocalDate> due(MilestoneCode milestone) {
        return Optional.ofNullable(milestonesDue.get(milestone));
    }

    /** The job's periods of its year, first to last. */
    public List<Period> periods() {
        return IntStream.rangeClosed(1, settings.frequency().periodsPerYear())
                .mapToObj(number -> new Period(settings.frequency(), settings.year(), number))
                .toList();
    }
}
