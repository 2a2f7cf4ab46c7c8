/**
 * Reminding units of forms that are not accepted (催报). Entry type: {@link huibao.reminder.Reminders}. It must
 * not write to anybody the job does not name.
 */
@NullMarked
package huibao.reminder;

import org.jspecify.annotations.NullMarked;
