/**
 * Making again, checking and deleting: a lost output folder, a bulletin of an earlier day, whether all is as it
 * was written, and what was kept long enough. Entry types: {@link huibao.recovery.Rebuild}, {@link
 * huibao.recovery.Verification}, {@link huibao.recovery.Pruning}. It must not decide on a workbook in a way of its own.
 */
@NullMarked
package huibao.recovery;

import org.jspecify.annotations.NullMarked;
