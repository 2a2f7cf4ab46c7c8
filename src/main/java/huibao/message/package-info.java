/**
 * Codes and parameters made into Chinese or English text. Every text people read is in the property
 * files beside this package. Entry type: {@link huibao.message.Messages}. It must not decide anything.
 */
@NullMarked
package huibao.message;

import org.jspecify.annotations.NullMarked;
