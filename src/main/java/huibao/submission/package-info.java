/**
 * A workbook read as a form: {@link huibao.submission.SubmissionReader} yields figures with their cells,
 * what was done to each text, and findings on whatever a person could dispute. It judges no figure, knows
 * no rule and never fails on what a file contains.
 */
@NullMarked
package huibao.submission;

import org.jspecify.annotations.NullMarked;
