/** The form a unit fills in. Entry type: {@link huibao.workbook.form.FormWorkbook}. */
@NullMarked
package huibao.workbook.form;

import org.jspecify.annotations.NullMarked;
