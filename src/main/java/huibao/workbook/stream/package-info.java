/**
 * Rows of sheets without the library: rendered once, kept in a file, copied into the package when the library has saved
 * the rest. Entry types: {@link huibao.workbook.stream.SheetRow} and {@link huibao.workbook.stream.StreamedWorkbook}.
 * It knows nothing about what the sheets say.
 */
@NullMarked
package huibao.workbook.stream;

import org.jspecify.annotations.NullMarked;
