/**
 * What records hold, by name, so that a text and a JSON object name the same facts and nobody copies them. Entry types:
 * {@link huibao.facts.FactPath}, {@link huibao.facts.Facts}. It must not know what a fact means or how it is said.
 */
@NullMarked
package huibao.facts;

import org.jspecify.annotations.NullMarked;
