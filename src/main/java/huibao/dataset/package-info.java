/**
 * Observations, attainments and findings as Parquet files, one per unit and period; a record of this
 * package is a file's schema. Entry type: {@link huibao.dataset.ParquetDataset}. The same rows yield the
 * same bytes. It must not choose the file's place, compute a figure or read anything back.
 */
@NullMarked
package huibao.dataset;

import org.jspecify.annotations.NullMarked;
