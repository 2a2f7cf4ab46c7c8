/**
 * What a published figure rests on, down to the cells. Entry type: {@link huibao.lineage.Lineages}. It changes
 * nothing and has no words: who prints or writes it finds them.
 */
@NullMarked
package huibao.lineage;

import org.jspecify.annotations.NullMarked;
