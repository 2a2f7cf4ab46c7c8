/**
 * Values of the vocabulary as bytes and back, for what a run sets aside or sends to another machine. Entry type:
 * {@link huibao.binary.RecordCodec}. Nothing that is kept beyond a run is written in it.
 */
@NullMarked
package huibao.binary;

import org.jspecify.annotations.NullMarked;
