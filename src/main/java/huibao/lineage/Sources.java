package huibao.lineage;

import huibao.catalogue.Catalogue;
import huibao.message.Messages;
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
    private final Messages messages;
    private final Bulletin bulletin;
    private final Map<String, List<OpenFinding>> review;

    Sources(Catalogue catalogue, Registry registry, Messages messages, Bulletin bulletin) {
        this.catalogue = catalogue;
        this.registry = registry;
        this.messages = messages;
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
                        .map(item -> figure(unit, record, item, rows, findings, explanations))
                        .toList());
    }

    private SourceFigure figure(
            Unit unit,
            SubmissionRecord record,
            ItemCode item,
            List<Observation> rows,
            List<Finding> findings,
            List<SubmittedExplanation> explanations) {
        Optional<Observation> row =
                rows.stream().filter(one -> one.item().equals(item)).findFirst();
        return new SourceFigure(
                item,
                status(unit, record, item),
                row.map(SourceFigure.Cell::of).orElse(List.of()),
                row.map(Observation::remark).orElse(""),
                findings.stream()
                        .filter(finding -> finding.item().equals(Optional.of(item)))
                        .map(finding -> traced(record, finding))
                        .toList(),
                explanations.stream()
                        .filter(one -> one.item().equals(item))
                        .findFirst()
                        .map(SourceFigure.Reason::of));
    }

    private Optional<ObsStatus> status(Unit unit, SubmissionRecord record, ItemCode item) {
        return bulletin.units().find(unit.code()).stream()
                .flatMap(part -> part.observations().stream())
                .filter(row -> row.submission().submissionId().equals(record.submissionId()))
                .filter(row -> row.observation().item().equals(item))
                .map(SourcedObservation::status)
                .findFirst();
    }

    private SourceFigure.TracedFinding traced(SubmissionRecord record, Finding finding) {
        Optional<OpenFinding> open = review.getOrDefault(record.submissionId(), List.of()).stream()
                .filter(one -> one.sourced().finding().equals(finding))
                .findFirst();
        return new SourceFigure.TracedFinding(
                StatedFinding.of(finding, open.map(OpenFinding::impact).orElse(finding.impact()), messages),
                open.map(one -> OptionalInt.of(one.rank())).orElse(OptionalInt.empty()));
    }
}
