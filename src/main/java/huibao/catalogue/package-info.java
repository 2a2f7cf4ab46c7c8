/**
 * A job folder read into a {@link huibao.catalogue.Catalogue}: cross-checked as a whole, every mistake
 * reported at once with file and line, nothing unknown accepted. Entry type: {@code CatalogueReader}.
 * It must not know what a submission is.
 */
@NullMarked
package huibao.catalogue;

import org.jspecify.annotations.NullMarked;
