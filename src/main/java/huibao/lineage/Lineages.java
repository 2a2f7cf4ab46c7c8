package huibao.lineage;

import huibao.bulletin.Bulletins;
import huibao.catalogue.Catalogue;
import huibao.message.Messages;
import huibao.model.Attainment;
import huibao.model.Bulletin;
import huibao.model.ItemCode;
import huibao.model.Milestone;
import huibao.model.MilestoneStatus;
import huibao.model.Period;
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
import java.util.OptionalInt;

/** Leads from what is published for a period back to the cells it comes from; changes nothing. */
public final class Lineages {

    private final Catalogue catalogue;
    private final Registry registry;
    private final Messages messages;
    private final Bulletin bulletin;
    private final Optional<Edition> edition;

    /**
     * @param catalogue the job
     * @param registry what was sent and what stands
     * @param messages in whose language findings are told
     * @param period the period
     */
    public Lineages(Catalogue catalogue, Registry registry, Messages messages, Period period) {
        this.catalogue = catalogue;
        this.registry = registry;
        this.messages = messages;
        this.bulletin = Bulletins.asPublished(catalogue, registry).of(period);
        this.edition = registry.editions().latest(period);
    }

    /**
     * What a target, an item or a milestone rests on for the city or a unit.
     *
     * @param area the city for all reporters of a milestone, else the one reporter
     */
    public Lineage of(Subject subject, Unit area) {
        if (subject instanceof Subject.OfTarget of) {
            Target target = of.target();
            return new TargetLineage(
                    of,
                    issue(area),
                    attainment(target.code(), area.code()),
                    changes(target, area),
                    beneath(target.items(), area));
        } else if (subject instanceof Subject.OfItem of) {
            List<ItemLineage.Served> served = catalogue.targetsOf(of.code()).stream()
                    .map(target -> new ItemLineage.Served(target, attainment(target.code(), area.code())))
                    .toList();
            return new ItemLineage(of, issue(area), served, beneath(List.of(of.code()), area));
        } else if (subject instanceof Subject.OfMilestone of) {
            return milestone(of, area);
        }
        throw new IllegalArgumentException("no figure rests on " + subject);
    }

    private Issue issue(Unit area) {
        return new Issue(
                bulletin.period(),
                edition.map(newest -> OptionalInt.of(newest.number())).orElse(OptionalInt.empty()),
                edition.map(Edition::publishedAt),
                bulletin.catalogueHash(),
                edition.map(Edition::catalogueHash),
                bulletin.synthetic(),
                area.code());
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
                bulletin.cityFindings().stream()
                        .filter(finding ->
                                finding.item().filter(items::contains).isPresent())
                        .map(finding -> StatedFinding.of(finding, finding.impact(), messages))
                        .toList(),
                new Sources(catalogue, registry, messages, bulletin).of(items, area));
    }

    private MilestoneLineage milestone(Subject.OfMilestone subject, Unit area) {
        Milestone milestone = subject.milestone();
        boolean everybody = area.kind() == UnitKind.CITY;
        List<MilestoneLineage.Reporter> reporters = milestone.reporters().stream()
                .filter(code -> everybody || code.equals(area.code()))
                .map(catalogue::requireUnit)
                .map(unit -> new MilestoneLineage.Reporter(
                        unit.code(),
                        unit.nameZh(),
                        unit.nameEn(),
                        status(milestone, unit),
                        versions(milestone, unit, everybody)))
                .toList();
        return new MilestoneLineage(
                subject, issue(area), catalogue.due(milestone.code()), status(milestone, catalogue.city()), reporters);
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
                        .findFirst()
                        .map(MilestoneLineage.Row::of));
    }

    /** Of the city also the units' own figures beneath it; of a unit its own alone. */
    private List<Change> changes(Target target, Unit area) {
        boolean city = area.kind() == UnitKind.CITY;
        return registry.editions().revisions(bulletin.period().year()).stream()
                .filter(revision -> revision.period().equals(bulletin.period()))
                .filter(revision -> edition.filter(newest -> newest.number() == revision.edition())
                        .isPresent())
                .filter(revision -> revision.figure().isOfItem()
                        ? target.items().stream().anyMatch(item -> item.value().equals(revision.code()))
                        : revision.code().equals(target.code().value()))
                .filter(revision -> revision.refArea().equals(area.code())
                        || (city && revision.figure().isOfItem()))
                .map(Change::of)
                .toList();
    }
}
