/**
 * What people are told of a period: a summary for the bureau, and for a unit what is missing, late or returned. Entry
 * types: {@link huibao.notice.SummaryNotice}, {@link huibao.notice.UnitNotice}. It must not know how a notice travels,
 * and holds reported figures only if the job asks for them.
 */
@NullMarked
package huibao.notice;

import org.jspecify.annotations.NullMarked;
