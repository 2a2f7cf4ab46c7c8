/**
 * What the program says of what it does: plain lines for people, with time and run where no terminal
 * shows them, or a JSON object per line for programs. Entry type:
 * {@link huibao.log.EventLog}. It must not know what an event means.
 */
@NullMarked
package huibao.log;

import org.jspecify.annotations.NullMarked;
