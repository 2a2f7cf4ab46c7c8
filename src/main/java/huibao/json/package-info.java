/**
 * JSON in and out for receipts, manifests, run records and {@code --json}: plain maps, lists, texts and
 * numbers, members in the order given. Entry type: {@link huibao.json.Json}. It must not know what the
 * members mean.
 */
@NullMarked
package huibao.json;

import org.jspecify.annotations.NullMarked;
