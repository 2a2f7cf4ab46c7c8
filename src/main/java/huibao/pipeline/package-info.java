/**
 * The batch jobs: the only place that knows the order of things. Reading {@link
 * huibao.pipeline.ReportingJob} from top to bottom is reading the business. Entry type: {@link
 * huibao.pipeline.ReportingRun}. It must not compute
 * what a capability package computes.
 */
@NullMarked
package huibao.pipeline;

import org.jspecify.annotations.NullMarked;
