package huibao.model;

import java.util.List;

/**
 * One unit's part of a bulletin.
 *
 * @param unit the unit
 * @param figures its item figures, in catalogue order
 * @param attainments its verdicts, targets in catalogue order
 * @param observations what stands of it, items in catalogue order
 * @param findings of every submission it sent for the period, in receipt order, within one in reporting order
 */
public record UnitBulletin(
        UnitCode unit,
        List<ItemFigure> figures,
        List<Attainment> attainments,
        List<SourcedObservation> observations,
        List<SourcedFinding> findings) {

    public UnitBulletin {
        figures = List.copyOf(figures);
        attainments = List.copyOf(attainments);
        observations = List.copyOf(observations);
        findings = List.copyOf(findings);
    }
}
