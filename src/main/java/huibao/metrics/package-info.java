/**
 * Measures as text that Prometheus reads (exposition format 0.0.4). Entry type: {@link huibao.metrics.Exposition}. It
 * must not know what is measured.
 */
@NullMarked
package huibao.metrics;

import org.jspecify.annotations.NullMarked;
