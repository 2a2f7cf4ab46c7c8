/**
 * Workbooks written: blank forms, returned workbooks with their cells marked, the summary workbook. Each
 * entry type takes values and yields bytes; the same values yield the same bytes. It must not judge.
 */
@NullMarked
package huibao.workbook;

import org.jspecify.annotations.NullMarked;
