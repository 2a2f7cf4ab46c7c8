package huibao.workbook.summary;

import huibao.model.Attainment;
import huibao.model.SourcedObservation;
import huibao.model.TargetCode;
import huibao.model.UnitCode;
import java.util.List;
import java.util.Map;

/**
 * What the summary prints of one unit.
 *
 * @param unit the unit, which the catalogue may no longer have
 * @param attainments its verdicts, by target
 * @param observations what stands of it, items in catalogue order
 */
record UnitPart(UnitCode unit, Map<TargetCode, Attainment> attainments, List<SourcedObservation> observations) {}
