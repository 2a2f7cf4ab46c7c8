/**
 * Synthetic figures for trying the product out: plausible, and the same for the same seed. Entry type:
 * {@link huibao.sample.SampleFigures}. It must not write workbooks, nor pass for real statistics.
 */
@NullMarked
package huibao.sample;

import org.jspecify.annotations.NullMarked;
