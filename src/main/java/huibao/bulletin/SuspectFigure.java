package huibao.bulletin;

import huibao.model.CellRef;
import huibao.model.Finding;
import huibao.model.FindingKind;
import huibao.model.ItemCode;
import huibao.model.ItemValue;
import huibao.model.Observation;
import huibao.model.Outcome;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Which figure a finding puts in doubt, and what it should be instead if the finding says so.
 *
 * @param item what the figure is of
 * @param part which figure of the row
 * @param instead what the finding implies it should be; empty if it only says that this cannot be
 */
record SuspectFigure(ItemCode item, Part part, Optional<BigDecimal> instead) {

    private static final String EXPECTED = "expected";

    /** The figures of a row that enter the city's. */
    enum Part {
        VALUE,
        PRIOR_YEAR
    }

    /** Empty if no figure that enters the city's is in doubt. */
    static Optional<SuspectFigure> of(Finding finding, Optional<Observation> row) {
        if (finding.outcome() != Outcome.FAILED || finding.item().isEmpty()) {
            return Optional.empty();
        }
        ItemCode item = finding.item().get();
        return part(finding, row)
                .map(part -> new SuspectFigure(item, part, row.flatMap(observation -> instead(finding, observation))));
    }

    /** The unit's values with the doubtful figure replaced, or taken away. */
    ItemValue applied(ItemValue stated) {
        return switch (part) {
            case VALUE -> new ItemValue(instead, stated.priorYear(), stated.forecast(), stated.status());
            case PRIOR_YEAR -> new ItemValue(stated.value(), instead, stated.forecast(), stated.status());
        };
    }

    /** By the cell to mend; a finding about no figure's cell doubts the row's value. */
    private static Optional<Part> part(Finding finding, Optional<Observation> row) {
        if (row.isEmpty() || finding.cells().isEmpty() || finding.kind() == FindingKind.GROWTH_MISMATCH) {
            return Optional.of(Part.VALUE);
        }
        Optional<CellRef> cell = finding.cells().stream().findFirst();
        if (row.get().priorYear().at().equals(cell)) {
            return Optional.of(Part.PRIOR_YEAR);
        }
        boolean elsewhere = row.get().forecast().at().equals(cell)
                || row.get().assigned().at().equals(cell)
                || row.get().growth().at().equals(cell);
        return elsewhere ? Optional.empty() : Optional.of(Part.VALUE);
    }

    private static Optional<BigDecimal> instead(Finding finding, Observation row) {
        return switch (finding.kind()) {
            case UNIT_SLIP, PRIOR_YEAR_CHANGED ->
                Optional.ofNullable(finding.parameters().get(EXPECTED)).map(BigDecimal::new);
            case GROWTH_MISMATCH ->
                row.priorYear()
                        .amount()
                        .known()
                        .flatMap(prior -> row.growth()
                                .amount()
                                .known()
                                .map(growth -> prior.add(prior.multiply(growth).movePointLeft(2))));
            default -> Optional.empty();
        };
    }
}
