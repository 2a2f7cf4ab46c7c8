package huibao.bulletin;

import huibao.attainment.VerdictSensitivity;
import huibao.catalogue.Catalogue;
import huibao.model.AreaFigures;
import huibao.model.Finding;
import huibao.model.Impact;
import huibao.model.Item;
import huibao.model.ItemCode;
import huibao.model.ItemFigure;
import huibao.model.Observation;
import huibao.model.Submission;
import huibao.model.Unit;
import huibao.model.UnitReport;
import huibao.rollup.CarriedForward;
import huibao.rollup.CityFigures;
import huibao.rollup.RollUp;
import huibao.rollup.UnitHistory;
import huibao.validation.ImpactSource;
import java.util.HashMap;
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
    private final RollUp rollUp;
    private final Map<SuspectFigure, Impact> weighed = new HashMap<>();
    private final Map<ItemCode, Observation> rows = new HashMap<>();
    private Optional<Stated> stated = Optional.empty();

    /**
     * The city around a submission.
     *
     * @param figures every unit's, gaps closed; the submission's own unit is in it with what stood of it
     * @param stood that unit's part in it
     * @param history what the submission's own figures are bounded by
     */
    record City(CityFigures figures, AreaFigures stood, UnitHistory history) {}

    private record Stated(City around, UnitReport own, AreaFigures city) {}

    /**
     * @param city asked for once, and only if a finding is about a figure that counts
     */
    FindingImpact(Catalogue catalogue, Submission submission, Supplier<City> city) {
        this.catalogue = catalogue;
        this.submission = submission;
        this.city = city;
        this.rollUp = new RollUp(catalogue);
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
        City around = known.around();
        Item item = catalogue.requireItem(doubt.item());
        ItemFigure doubted = rollUp.figureOf(
                submission.period(),
                submission.unit(),
                item,
                doubt.applied(known.own().valueOf(item.code())),
                around.history());
        return new VerdictSensitivity(catalogue, submission.period())
                .between(known.city(), around.figures().replacing(around.stood().require(item.code()), doubted));
    }

    private Stated stated() {
        if (stated.isEmpty()) {
            City around = city.get();
            Unit unit = catalogue.requireUnit(submission.unit());
            UnitReport own = new CarriedForward(catalogue, submission.period())
                    .of(
                            unit,
                            Optional.of(UnitReports.of(submission)),
                            around.history().earlier().reports());
            AreaFigures figures = rollUp.figuresOf(submission.period(), unit, Optional.of(own), around.history());
            stated = Optional.of(new Stated(around, own, around.figures().replacing(around.stood(), figures)));
        }
        return stated.get();
    }
}
