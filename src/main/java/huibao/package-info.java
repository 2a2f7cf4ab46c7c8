/** The program: its entry type {@link huibao.Huibao} names the commands. It must not do what a command does. */
@NullMarked
package huibao;

import org.jspecify.annotations.NullMarked;
