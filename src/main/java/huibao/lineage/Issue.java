package huibao.lineage;

import huibao.model.Period;
import huibao.model.Unit;
import huibao.store.Edition;
import java.util.Optional;

/**
 * Which issue of a period's bulletin something is explained of, and for whom.
 *
 * @param period the period
 * @param synthetic whether any figure in it is synthetic
 * @param catalogueHash the job folder the explanation is made under
 * @param area the city or a unit
 * @param edition the newest edition; empty if nothing of the period was ever published
 */
public record Issue(Period period, boolean synthetic, String catalogueHash, Unit area, Optional<Edition> edition) {

    /** Whether the job folder is no longer the one the edition was published under. */
    public boolean isUnderAnotherCatalogue() {
        return edition.map(Edition::catalogueHash)
                .filter(hash -> !hash.equals(catalogueHash))
                .isPresent();
    }
}
