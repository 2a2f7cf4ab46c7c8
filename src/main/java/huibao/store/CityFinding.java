package huibao.store;

import huibao.model.Finding;
import huibao.model.Period;

/**
 * What a rule says of the city's sums.
 *
 * @param period the bulletin it is in
 * @param finding what is said
 */
public record CityFinding(Period period, Finding finding) {}
