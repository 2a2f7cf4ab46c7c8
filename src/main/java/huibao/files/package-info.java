/**
 * Files that are there completely or not at all, also after a power cut. Entry type: {@link
 * huibao.files.DurableFiles}. It must not know what is in them.
 */
@NullMarked
package huibao.files;

import org.jspecify.annotations.NullMarked;
