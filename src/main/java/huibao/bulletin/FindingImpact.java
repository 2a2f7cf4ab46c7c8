package huibao.bulletin;

import huibao.attainment.Leverage;
import huibao.catalogue.Catalogue;
import huibao.model.Finding;
import huibao.model.Impact;
import huibao.model.Item;
import huibao.model.ItemCode;
import huibao.model.ItemFigure;
import huibao.model.ItemValue;
import huibao.model.Observation;
import huibao.model.Submission;
import huibao.model.Unit;
import huibao.model.UnitCode;
import huibao.model.UnitReport;
import huibao.rollup.CarriedForward;
import huibao.rollup.History;
import huibao.rollup.RollUp;
import huibao.validation.ImpactSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What hangs on the findings of one submission: the city's verdicts with the doubtful figure as it was
 * typed, against those with what else it may be. A doubtful figure is bounded as a missing one is, or by
 * the correction the finding implies.
 */
final class FindingImpact implements ImpactSource {

    private final Catalogue catalogue;
    private final Submission submission;
    private final Supplier<City> city;
    private final Map<SuspectFigure, Impact> weighed = new HashMap<>();
    private final Map<ItemCode, Observation> rows = new HashMap<>();
    private Optional<Stated> stated = Optional.empty();

    /**
     * The city around a submission.
     *
     * @param others the other units' figures, gaps closed
     * @param history what the submission's own figures are bounded by
     */
    record City(List<UnitReport> others, History history) {}

    private record Stated(City city, UnitReport own, List<ItemFigure> figures) {}

    /**
     * @param city asked for once, and only if a finding is about a figure that counts
     */
    FindingImpact(Catalogue catalogue, Submission submission, Supplier<City> city) {
        this.catalogue = catalogue;
        this.submission = submission;
        this.city = city;
        submission.observations().forEach(observation -> rows.put(observation.item(), observation));
    }

    @Override
    public Impact of(Finding finding) {
        Optional<Observation> row = finding.item().map(rows::get);
        return SuspectFigure.of(finding, row)
                .filter(doubt -> counts(doubt.item()))
                .map(doubt -> weighed.computeIfAbsent(doubt, this::weigh))
                .orElse(Impact.NONE);
    }

    /** A zone's figures are in its host's, and are not added. */
    private boolean counts(ItemCode code) {
        Optional<Item> item = catalogue.findItem(code);
        return item.isPresent()
                && Catalogue.contributes(catalogue.requireUnit(submission.unit()), item.get())
                && !catalogue.targetsOf(code).isEmpty();
    }

    private Impact weigh(SuspectFigure doubt) {
        Stated known = stated();
        Map<ItemCode, ItemValue> values = new LinkedHashMap<>(known.own().values());
        values.put(doubt.item(), doubt.applied(known.own().valueOf(doubt.item())));
        UnitReport doubted = new UnitReport(submission.unit(), submission.period(), values);
        return new Leverage(catalogue, submission.period())
                .between(doubt.item(), known.figures(), fold(known.city(), doubted));
    }

    private Stated stated() {
        if (stated.isEmpty()) {
            City around = city.get();
            UnitCode code = submission.unit();
            Unit unit = catalogue.requireUnit(code);
            UnitReport own = new CarriedForward(catalogue, submission.period())
                    .of(
                            unit,
                            Optional.of(UnitReports.of(submission)),
                            around.history().earlierOf(code));
            stated = Optional.of(new Stated(around, own, fold(around, own)));
        }
        return stated.get();
    }

    private List<ItemFigure> fold(City around, UnitReport own) {
        List<UnitReport> all = new ArrayList<>(around.others());
        all.add(own);
        return new RollUp(catalogue).fold(submission.period(), all, around.history());
    }
}
