package huibao.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The units' parts of a bulletin, one after the other: however many there are, one lies in memory at a time. They can
 * be gone through as often as needed, and are the same each time.
 */
public interface BulletinUnits {

    /** Shows every unit's part, in print order. */
    void forEach(Consumer<UnitBulletin> taker);

    /** One unit's part; empty if the job has no such unit. */
    Optional<UnitBulletin> find(UnitCode unit);

    /** Shows each unit's verdicts alone, in print order; a unit without one is left out. */
    default void forEachVerdicts(Consumer<List<Attainment>> taker) {
        forEach(unit -> {
            if (!unit.attainments().isEmpty()) {
                taker.accept(unit.attainments());
            }
        });
    }
}
