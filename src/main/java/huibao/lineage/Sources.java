package huibao.lineage;

import huibao.catalogue.Catalogue;
import huibao.model.Bulletin;
import huibao.model.Finding;
import huibao.model.ItemCode;
import huibao.model.ObsStatus;
import huibao.model.Observation;
import huibao.model.OpenFinding;
import huibao.model.SourcedObservation;
import huibao.model.Submission;
import huibao.model.SubmissionRecord;
import huibao.model.SubmissionState;
import huibao.model.SubmittedExplanation;
import huibao.model.Unit;
import huibao.model.UnitKind;
import huibao.store.Registry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the submissions that figures come from, and what was said of each figure on them. */
final class Sources {

    private final Catalogue catalogue;
    private final Registry registry;
    private final Bulletin bulletin;
    private final Map<String, List<OpenFinding>> review;

    Sources(Catalogue catalogue, Registry registry, Bulletin bulletin) {
        this.catalogue = catalogue;
        this.registry = registry;
        this.bulletin = bulletin;
        this.review = bulletin.review().stream()
                .collect(Collectors.groupingBy(
                        open -> open.sourced().submission().submissionId()));
    }

    /** For the city what stands of every unit asked, in print order; for a unit every version it sent. */
    List<Source> of(List<ItemCode> items, Unit area) {
        if (area.kind() != UnitKind.CITY) {
            return registry.submissions(area.code(), bulletin.period()).stream()
                    .map(record -> source(area, record, items))
                    .toList();
        }
        return catalogue.units().stream()
                .filter(unit -> items.stream()
                        .map(catalogue::requireItem)
                        .anyMatch(item -> item.reporter().asks(unit.kind())))
                .flatMap(unit -> standing(unit).map(record -> source(unit, record, items)))
                .toList();
    }

    private Stream<SubmissionRecord> standing(Unit unit) {
        return registry.submissions(unit.code(), bulletin.period()).stream()
                .filter(record -> record.state() == SubmissionState.ACCEPTED);
    }

    private Source source(Unit unit, SubmissionRecord record, List<ItemCode> items) {
        List<Observation> rows =
                registry.asRead(record).map(Submission::observations).orElse(List.of());
        List<Finding> findings = registry.findings(record);
        List<SubmittedExplanation> explanations = registry.explanations(record);
        return new Source(
                record,
                items.stream()
                        .map(item -> new SourceFigure(
                                item,
                                rows.stream()
                                        .filter(row -> row.item().equals(item))
                                        .findFirst(),
                                status(unit, record, item),
                                traced(record, item, findings),
                                explanations.stream()
                                        .filter(one -> one.item().equals(item))
                                        .findFirst()))
                        .toList());
    }

    private Optional<ObsStatus> status(Unit unit, SubmissionRecord record, ItemCode item) {
        return bulletin.units().find(unit.code()).stream()
                .flatMap(part -> part.observations().stream())
                .filter(row -> row.submission().submissionId().equals(record.submissionId()))
                .filter(row -> row.observation().item().equals(item))
                .map(SourcedObservation::status)
                .findFirst();
    }

    private List<TracedFinding> traced(SubmissionRecord record, ItemCode item, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.item().equals(Optional.of(item)))
                .map(finding -> traced(record, finding))
                .toList();
    }

    private TracedFinding traced(SubmissionRecord record, Finding finding) {
        return review.getOrDefault(record.submissionId(), List.of()).stream()
                .filter(open -> open.sourced().finding().equals(finding))
                .findFirst()
                .map(open -> new TracedFinding(finding.weighing(open.impact()), OptionalInt.of(open.rank())))
                .orElse(new TracedFinding(finding, OptionalInt.empty()));
    }
}
