/**
 * Observations to partial sums per unit to city figures: the sums of what was accepted, and what the
 * complete sums lie between while units are missing. Entry types: {@link huibao.rollup.RollUp} for one unit,
 * {@link huibao.rollup.CityFigures} for their sum. A pure function on the catalogue; it must not judge a figure, average a rate or take a missing value for zero.
 */
@NullMarked
package huibao.rollup;

import org.jspecify.annotations.NullMarked;
