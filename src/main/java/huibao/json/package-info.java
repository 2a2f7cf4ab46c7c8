/**
 * JSON in and out for receipts, manifests, run records and {@code --json}: a record is an object, and a list of names
 * says which members an object has where those are not simply the record's components. Entry types: {@link
 * huibao.json.Json}, {@link huibao.json.Members}. It must not know what the members mean.
 */
@NullMarked
package huibao.json;

import org.jspecify.annotations.NullMarked;
