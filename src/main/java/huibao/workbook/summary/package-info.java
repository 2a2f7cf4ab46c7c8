/**
 * The summary workbook (汇总表). Entry type: {@link huibao.workbook.summary.SummaryWorkbook}. It prints what was
 * judged and judges nothing.
 */
@NullMarked
package huibao.workbook.summary;

import org.jspecify.annotations.NullMarked;
