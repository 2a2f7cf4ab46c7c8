/**
 * From the inbox into the archive: settle, hash, copy, receipt, then out of the inbox; nothing lost,
 * nothing read twice, names are data. Entry types: {@link huibao.intake.Inbox}, {@link
 * huibao.archive.Archive}. It must not look inside a workbook.
 */
@NullMarked
package huibao.intake;

import org.jspecify.annotations.NullMarked;
