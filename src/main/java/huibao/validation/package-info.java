/**
 * Audits a submission (审核): figures and what the registry knows of earlier ones in, findings and the
 * decision to accept or return out. Entry types: {@link huibao.validation.Validator} for one workbook,
 * {@link huibao.validation.CityChecks} for the city's sums. Each rule is a class that its kind in
 * {@link huibao.model.FindingKind} is the name of: YEAR_SWING is YearSwingRule. It must not read files, the clock or a
 * database, and must not throw on what a district typed.
 */
@NullMarked
package huibao.validation;

import org.jspecify.annotations.NullMarked;
