package huibao.bulletin;

import huibao.catalogue.Catalogue;
import huibao.model.ItemCode;
import huibao.model.Period;
import huibao.model.Submission;
import huibao.model.UnitCode;
import huibao.store.Registry;
import huibao.validation.Validator;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The 核实说明 that go into a unit's next form as they are: those of its last accepted form that still hold. */
public final class CarriedExplanations {

    private final Validator validator;
    private final Registry registry;

    /**
     * @param catalogue the job
     * @param registry what stands
     */
    public CarriedExplanations(Catalogue catalogue, Registry registry) {
        this.validator = new Validator(catalogue);
        this.registry = registry;
    }

    /** Texts by item for a unit's form of a period; an item of which nothing holds is absent. */
    public Map<ItemCode, String> into(UnitCode unit, Period period) {
        Iterator<Submission> earlier = Stream.iterate(
                        period.previousInYear(), Optional::isPresent, p -> p.flatMap(Period::previousInYear))
                .flatMap(Optional::stream)
                .flatMap(before -> registry.standings().find(unit, before).stream())
                .iterator();
        return earlier.hasNext() ? validator.carriedOver(earlier.next(), earlier) : Map.of();
    }
}
