package huibao.bulletin;

import huibao.model.ItemCode;
import huibao.model.ItemValue;
import huibao.model.ObsStatus;
import huibao.model.Observation;
import huibao.model.Submission;
import huibao.model.UnitReport;
import java.util.LinkedHashMap;
import java.util.Map;

/** A submission as roll-up takes it: figures without their cells. */
final class UnitReports {

    private UnitReports() {}

    static UnitReport of(Submission submission) {
        Map<ItemCode, ItemValue> values = new LinkedHashMap<>();
        submission
                .observations()
                .forEach(observation -> values.put(observation.item(), value(observation, ObsStatus.A)));
        return new UnitReport(submission.unit(), submission.period(), values);
    }

    static ItemValue value(Observation observation, ObsStatus status) {
        return new ItemValue(
                observation.value().amount().known(),
                observation.priorYear().amount().known(),
                observation.forecast().amount().known(),
                status);
    }
}
