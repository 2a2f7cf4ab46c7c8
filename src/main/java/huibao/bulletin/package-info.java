/**
 * One period put together: what stands, the figures and verdicts it comes to, and what hangs on what is in
 * doubt. Entry type: {@link huibao.bulletin.Bulletins}. It must not write what is published, and knows no run.
 */
@NullMarked
package huibao.bulletin;

import org.jspecify.annotations.NullMarked;
