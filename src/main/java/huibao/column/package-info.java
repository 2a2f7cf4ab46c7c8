/**
 * What is published, column by column: {@link huibao.column.Column} lists say once what a record's columns are called and
 * hold. The database, its history and files of rows are made from them; this package knows none of these.
 */
@NullMarked
package huibao.column;

import org.jspecify.annotations.NullMarked;
