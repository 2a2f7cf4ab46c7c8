/**
 * Rolled-up figures and targets to verdicts: value, pace, bounds, certainty and rank of every target for
 * the city and each unit, and the standing of milestones. Entry type: {@link huibao.attainment.AttainmentAssessor}. A
 * pure function on the catalogue; it must not take a verdict on a rounded or divided number.
 */
@NullMarked
package huibao.attainment;

import org.jspecify.annotations.NullMarked;
