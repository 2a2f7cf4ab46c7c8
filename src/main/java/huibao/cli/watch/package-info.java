/**
 * Running when the schedule says so until told to stop: {@code watch}. Entry type: {@link
 * huibao.cli.watch.Watch}. What is done is done by the commands.
 */
@NullMarked
package huibao.cli.watch;

import org.jspecify.annotations.NullMarked;
