package huibao.lineage;

import huibao.bulletin.ItemBulletin;
import huibao.catalogue.Catalogue;
import huibao.model.Finding;
import huibao.model.ItemCode;
import huibao.model.SourcedObservation;
import huibao.model.SubmissionRecord;
import huibao.model.SubmissionState;
import huibao.model.Unit;
import huibao.model.UnitKind;
import huibao.store.ItemRows;
import huibao.store.ItemsOnForm;
import huibao.store.PublishedPeriod.Reviewed;
import huibao.store.Registry;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds the submissions that figures come from, and what was said of each figure on them. */
final class Sources {

    private final Catalogue catalogue;
    private final Registry registry;
    private final ItemBulletin bulletin;
    private final List<ItemCode> items;
    private final ItemRows rows;
    private final Map<String, List<Reviewed>> review;

    /** @param items the items asked about, in the order asked */
    Sources(Catalogue catalogue, Registry registry, ItemBulletin bulletin, List<ItemCode> items) {
        this.catalogue = catalogue;
        this.registry = registry;
        this.bulletin = bulletin;
        this.items = items;
        this.rows = registry.rowsOf(items);
        this.review = bulletin.review();
    }

    /** For the city what stands of every unit asked, in print order; for a unit every version it sent. */
    List<Source> of(Unit area) {
        List<SubmissionRecord> forms =
                area.kind() == UnitKind.CITY ? standing() : registry.submissions(area.code(), bulletin.period());
        Map<String, ItemsOnForm> told = rows.on(forms);
        return forms.stream()
                .map(form -> source(form, Objects.requireNonNull(told.get(form.submissionId()))))
                .toList();
    }

    private List<SubmissionRecord> standing() {
        return catalogue.units().stream()
                .filter(unit -> items.stream()
                        .map(catalogue::requireItem)
                        .anyMatch(item -> item.reporter().asks(unit.kind())))
                .flatMap(unit -> bulletin.standing(unit.code()).stream())
                .toList();
    }

    private Source source(SubmissionRecord record, ItemsOnForm told) {
        boolean stands = record.state() == SubmissionState.ACCEPTED;
        return new Source(
                record,
                items.stream()
                        .map(item -> {
                            Optional<SourcedObservation> row = told.rows().stream()
                                    .filter(one -> one.observation().item().equals(item))
                                    .findFirst();
                            return new SourceFigure(
                                    item,
                                    row.map(SourcedObservation::observation),
                                    row.filter(one -> stands).map(SourcedObservation::status),
                                    told.findings().stream()
                                            .filter(one -> one.finding().item().equals(Optional.of(item)))
                                            .map(one -> traced(record, one.finding(), one.number()))
                                            .toList(),
                                    told.explanations().stream()
                                            .filter(one -> one.item().equals(item))
                                            .findFirst());
                        })
                        .toList());
    }

    private TracedFinding traced(SubmissionRecord record, Finding finding, int number) {
        return review.getOrDefault(record.submissionId(), List.of()).stream()
                .filter(open -> open.findingNo() == number)
                .findFirst()
                .map(open -> new TracedFinding(finding.weighing(open.impact()), OptionalInt.of(open.rank())))
                .orElse(new TracedFinding(finding, OptionalInt.empty()));
    }
}
