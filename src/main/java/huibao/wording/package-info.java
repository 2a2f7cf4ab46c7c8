/**
 * How a language says a job's values: names, figures, times, and records whose components stand in a text. Entry
 * type: {@link huibao.wording.Wording}. It decides nothing and knows no page.
 */
@NullMarked
package huibao.wording;

import org.jspecify.annotations.NullMarked;
