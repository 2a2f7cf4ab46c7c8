package huibao.lineage;

import huibao.bulletin.Bulletins;
import huibao.catalogue.Catalogue;
import huibao.model.Attainment;
import huibao.model.Bulletin;
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
import huibao.model.UnitBulletin;
import huibao.model.UnitCode;
import huibao.model.UnitKind;
import huibao.store.Edition;
import huibao.store.Registry;
import java.util.List;
import java.util.Optional;

/** Leads from what is published for a period back to the cells it comes from; changes nothing. */
public final class Lineages {

    private final Catalogue catalogue;
    private final Registry registry;
    private final Bulletin bulletin;
    private final Optional<Edition> edition;

    /**
     * @param catalogue the job
     * @param registry what was sent and what stands
     * @param period the period
     */
    public Lineages(Catalogue catalogue, Registry registry, Period period) {
        this.catalogue = catalogue;
        this.registry = registry;
        this.bulletin = Bulletins.asPublished(catalogue, registry).of(period);
        this.edition = registry.editions().latest(period);
    }

    /**
     * What a target, an item or a milestone rests on for the city or a unit.
     *
     * @param area the city for all reporters of a milestone, else the one reporter
     */
    public Lineage of(Subject subject, Unit area) {
        Issue issue = new Issue(bulletin.period(), bulletin.synthetic(), bulletin.catalogueHash(), area, edition);
        if (subject instanceof Subject.OfTarget of) {
            Target target = of.target();
            return new TargetLineage(
                    issue,
                    target,
                    attainment(target.code(), area.code()),
                    revisions(target, area),
                    beneath(target.items(), area));
        } else if (subject instanceof Subject.OfItem of) {
            ItemCode item = of.item().code();
            List<ItemLineage.Served> served = catalogue.targetsOf(item).stream()
                    .map(target -> new ItemLineage.Served(target, attainment(target.code(), area.code())))
                    .toList();
            return new ItemLineage(issue, of.item(), served, beneath(List.of(item), area));
        } else if (subject instanceof Subject.OfMilestone of) {
            return milestone(issue, of.milestone());
        }
        throw new IllegalArgumentException("no figure rests on " + subject);
    }

    private Optional<Attainment> attainment(TargetCode target, UnitCode area) {
        List<Attainment> rows = area.equals(catalogue.city().code())
                ? bulletin.cityAttainments()
                : bulletin.units().find(area).map(UnitBulletin::attainments).orElse(List.of());
        return rows.stream().filter(row -> row.target().equals(target)).findFirst();
    }

    private Beneath beneath(List<ItemCode> items, Unit area) {
        Figures figures = new Figures(catalogue, bulletin, items);
        return new Beneath(
                items.stream()
                        .map(catalogue::requireItem)
                        .map(item -> figures.of(item, area))
                        .toList(),
                new Sources(catalogue, registry, bulletin).of(items, area),
                bulletin.cityFindings().stream()
                        .filter(finding ->
                                finding.item().filter(items::contains).isPresent())
                        .toList());
    }

    private MilestoneLineage milestone(Issue issue, Milestone milestone) {
        boolean everybody = issue.area().kind() == UnitKind.CITY;
        List<MilestoneLineage.Line> lines = milestone.reporters().stream()
                .filter(code -> everybody || code.equals(issue.area().code()))
                .map(catalogue::requireUnit)
                .map(unit ->
                        new MilestoneLineage.Line(unit, status(milestone, unit), versions(milestone, unit, everybody)))
                .toList();
        return new MilestoneLineage(
                issue, milestone, catalogue.due(milestone.code()), status(milestone, catalogue.city()), lines);
    }

    private Optional<MilestoneStatus> status(Milestone milestone, Unit unit) {
        return bulletin.milestones().stream()
                .filter(row -> row.milestone().equals(milestone.code()))
                .filter(row -> row.refArea().equals(unit.code()))
                .findFirst();
    }

    private List<MilestoneLineage.Version> versions(Milestone milestone, Unit unit, boolean onlyStanding) {
        return registry.submissions(unit.code(), bulletin.period()).stream()
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
