/**
 * The bytes of a workbook made grids of cells, whatever its format, within limits. Entry type: {@link
 * huibao.spreadsheet.BookOpener}. It knows no form and no item; what breaks a limit is refused, never half read.
 */
@NullMarked
package huibao.spreadsheet;

import org.jspecify.annotations.NullMarked;
