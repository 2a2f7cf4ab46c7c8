package huibao.store;

import huibao.model.Period;
import java.time.Instant;

/**
 * An edition of a period's bulletin.
 *
 * @param period the period
 * @param number 1 for the first publication; n + 1 is the n-th revision (第n次修订)
 * @param publishedAt stated time of the run that published it first
 * @param catalogueHash the job folder it was made under
 * @param itemFigures units' figures that are otherwise than in the edition before, or new
 * @param attainments attainments that are otherwise than in the edition before, or new
 */
public record Edition(
        Period period, int number, Instant publishedAt, String catalogueHash, int itemFigures, int attainments) {}
