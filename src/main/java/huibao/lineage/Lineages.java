package huibao.lineage;

import huibao.bulletin.ItemBulletin;
import huibao.catalogue.Catalogue;
import huibao.model.Attainment;
import huibao.model.ItemCode;
import huibao.model.Milestone;
import huibao.model.MilestoneStatus;
import huibao.model.Period;
import huibao.model.Revision;
import huibao.model.Submission;
import huibao.model.SubmissionRecord;
import huibao.model.SubmissionState;
import huibao.model.Target;
import huibao.model.TargetCode;
import huibao.model.Unit;
import huibao.model.UnitCode;
import huibao.model.UnitKind;
import huibao.store.Edition;
import huibao.store.Registry;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Leads from what is published for a period back to the cells it comes from; changes nothing. */
public final class Lineages {

    private final Catalogue catalogue;
    private final Registry registry;
    private final Period period;
    private final Optional<Edition> edition;

    /**
     * @param catalogue the job
     * @param registry what was sent and what stands
     * @param period the period
     */
    public Lineages(Catalogue catalogue, Registry registry, Period period) {
        this.catalogue = catalogue;
        this.registry = registry;
        this.period = period;
        this.edition = registry.editions().latest(period);
    }

    /**
     * What a target, an item or a milestone rests on for the city or a unit.
     *
     * @param area the city for all reporters of a milestone, else the one reporter
     */
    public Lineage of(Subject subject, Unit area) {
        ItemBulletin bulletin = new ItemBulletin(catalogue, registry, period, items(subject));
        Issue issue = new Issue(period, bulletin.synthetic(), catalogue.hash(), area, edition);
        if (subject instanceof Subject.OfTarget of) {
            Target target = of.target();
            return new TargetLineage(
                    issue,
                    target,
                    attainment(bulletin, target.code(), area.code()),
                    revisions(target, area),
                    beneath(bulletin, target.items(), area));
        } else if (subject instanceof Subject.OfItem of) {
            ItemCode item = of.item().code();
            List<ItemLineage.Served> served = catalogue.targetsOf(item).stream()
                    .map(target -> new ItemLineage.Served(target, attainment(bulletin, target.code(), area.code())))
                    .toList();
            return new ItemLineage(issue, of.item(), served, beneath(bulletin, List.of(item), area));
        } else if (subject instanceof Subject.OfMilestone of) {
            return milestone(bulletin, issue, of.milestone());
        }
        throw new IllegalArgumentException("no figure rests on " + subject);
    }

    /** The items whose figures are told, and those of the verdicts told with them. */
    private Set<ItemCode> items(Subject subject) {
        if (subject instanceof Subject.OfTarget of) {
            return new LinkedHashSet<>(of.target().items());
        } else if (subject instanceof Subject.OfItem of) {
            Set<ItemCode> items = new LinkedHashSet<>(List.of(of.item().code()));
            catalogue.targetsOf(of.item().code()).forEach(target -> items.addAll(target.items()));
            return items;
        }
        return Set.of();
    }

    private static Optional<Attainment> attainment(ItemBulletin bulletin, TargetCode target, UnitCode area) {
        return bulletin.attainments(area).stream()
                .filter(row -> row.target().equals(target))
                .findFirst();
    }

    private Beneath beneath(ItemBulletin bulletin, List<ItemCode> items, Unit area) {
        Figures figures = new Figures(catalogue, bulletin);
        return new Beneath(
                items.stream()
                        .map(catalogue::requireItem)
                        .map(item -> figures.of(item, area))
                        .toList(),
                new Sources(catalogue, registry, bulletin, items).of(area),
                bulletin.cityFindings().stream()
                        .filter(finding ->
                                finding.item().filter(items::contains).isPresent())
                        .toList());
    }

    private MilestoneLineage milestone(ItemBulletin bulletin, Issue issue, Milestone milestone) {
        List<MilestoneStatus> rows = bulletin.milestones();
        boolean everybody = issue.area().kind() == UnitKind.CITY;
        List<MilestoneLineage.Line> lines = milestone.reporters().stream()
                .filter(code -> everybody || code.equals(issue.area().code()))
                .map(catalogue::requireUnit)
                .map(unit -> new MilestoneLineage.Line(
                        unit, status(rows, milestone, unit), versions(milestone, unit, everybody)))
                .toList();
        return new MilestoneLineage(
                issue, milestone, catalogue.due(milestone.code()), status(rows, milestone, catalogue.city()), lines);
    }

    private static Optional<MilestoneStatus> status(List<MilestoneStatus> rows, Milestone milestone, Unit unit) {
        return rows.stream()
                .filter(row -> row.milestone().equals(milestone.code()))
                .filter(row -> row.refArea().equals(unit.code()))
                .findFirst();
    }

    private List<MilestoneLineage.Version> versions(Milestone milestone, Unit unit, boolean onlyStanding) {
        return registry.submissions(unit.code(), period).stream()
                .filter(record -> !onlyStanding || record.state() == SubmissionState.ACCEPTED)
                .map(record -> version(milestone, record))
                .toList();
    }

    private MilestoneLineage.Version version(Milestone milestone, SubmissionRecord record) {
        return new MilestoneLineage.Version(
                record,
                registry.asRead(record).map(Submission::milestones).stream()
                        .flatMap(List::stream)
                        .filter(report -> report.milestone().equals(milestone.code()))
                        .findFirst());
    }

    /** Of the city also the units' own figures beneath it; of a unit its own alone. */
    private List<Revision> revisions(Target target, Unit area) {
        boolean city = area.kind() == UnitKind.CITY;
        return edition.stream()
                .flatMap(newest -> registry.editions().revisions(newest).stream())
                .filter(revision -> revision.figure().isOfItem()
                        ? target.items().stream().anyMatch(item -> item.value().equals(revision.code()))
                        : revision.code().equals(target.code().value()))
                .filter(revision -> revision.refArea().equals(area.code())
                        || (city && revision.figure().isOfItem()))
                .toList();
    }
}
