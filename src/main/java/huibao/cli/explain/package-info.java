/** What a code or figure means, in words and for programs: {@code explain}. It computes nothing. */
@NullMarked
package huibao.cli.explain;

import org.jspecify.annotations.NullMarked;
