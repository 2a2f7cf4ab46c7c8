/**
 * The sender's own workbook, marked. Entry type: {@link huibao.workbook.returned.ReturnedWorkbook}. What it does
 * not mark stays as it was.
 */
@NullMarked
package huibao.workbook.returned;

import org.jspecify.annotations.NullMarked;
