/**
 * JSON in and out for receipts, manifests, run records and {@code --json}: records as objects, and how the model's
 * values are written. Entry type: {@link huibao.json.Json}. No other package knows the library.
 */
@NullMarked
package huibao.json;

import org.jspecify.annotations.NullMarked;
