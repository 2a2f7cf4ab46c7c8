/**
 * When something is due, from cron expressions and a time zone. Entry type: {@link
 * huibao.schedule.Agenda}. It must not read the clock, wait or run anything.
 */
@NullMarked
package huibao.schedule;

import org.jspecify.annotations.NullMarked;
