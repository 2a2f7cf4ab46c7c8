/**
 * Everything that outlives the database: the workbooks as received, the job folders, runs and reminders. Entry
 * type: {@link huibao.archive.Archive}. Files are added and never changed; it knows neither inbox nor run.
 */
@NullMarked
package huibao.archive;

import org.jspecify.annotations.NullMarked;
