/**
 * Commands: arguments in, one capability called, text or JSON out, an exit code. Entry type: {@link
 * huibao.Huibao}. It must not compute anything people publish.
 */
@NullMarked
package huibao.cli;

import org.jspecify.annotations.NullMarked;
