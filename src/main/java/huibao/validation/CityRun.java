package huibao.validation;

import huibao.catalogue.Catalogue;
import huibao.model.Item;
import huibao.model.Measure;
import huibao.model.Reporter;
import huibao.model.Revision;
import huibao.model.Target;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a rule over the city starts from.
 *
 * @param catalogue the job
 * @param limits the rule's parameters
 * @param revisions what changed of the previous period after it was due
 */
record CityRun(Catalogue catalogue, Limits limits, List<Revision> revisions) {

    /** A check for every item the rule covers, in print order. */
    List<CityCheck> ofItems(Function<Item, CityCheck> check) {
        return items().map(check).toList();
    }

    /** A check for every item the rule covers that districts report, in print order. */
    List<CityCheck> ofDistrictItems(Function<Item, CityCheck> check) {
        return items().filter(item -> item.reporter() == Reporter.DISTRICT)
                .map(check)
                .toList();
    }

    private Stream<Item> items() {
        return catalogue.items().stream().filter(item -> limits.rule().items().contains(item.code()));
    }

    /** A check for every target that is a level and whose item the rule covers, in catalogue order. */
    List<CityCheck> ofLevels(Function<Target, CityCheck> check) {
        return catalogue.targets().stream()
                .filter(target -> target.measure() == Measure.LEVEL
                        && limits.rule().items().contains(target.items().get(0)))
                .map(check)
                .toList();
    }
}
