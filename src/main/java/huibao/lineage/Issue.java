package huibao.lineage;

import huibao.model.Period;
import huibao.model.UnitCode;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which issue of a period's bulletin something is explained of, and for whom.
 *
 * @param timePeriod the period
 * @param edition its newest edition; empty if nothing of the period was ever published
 * @param publishedAt when that was published first
 * @param catalogueHash the job folder the explanation is made under
 * @param editionCatalogueHash the job folder the edition was published under
 * @param synthetic whether any figure in it is synthetic
 * @param refArea the city or a unit
 */
public record Issue(
        Period timePeriod,
        OptionalInt edition,
        Optional<Instant> publishedAt,
        String catalogueHash,
        Optional<String> editionCatalogueHash,
        boolean synthetic,
        UnitCode refArea) {

    /** Whether the job folder is no longer the one the edition was published under. */
    public boolean isUnderAnotherCatalogue() {
        return editionCatalogueHash.filter(hash -> !hash.equals(catalogueHash)).isPresent();
    }
}
