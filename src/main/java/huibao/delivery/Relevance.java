package huibao.delivery;

import java.util.Optional;

/** Tells of a message whether it still holds; asked right before it would be sent. */
@FunctionalInterface
public interface Relevance {

    /** Every message holds. */
    Relevance ALWAYS = message -> Optional.empty();

    /** Why a message must not be sent any more, as a code; empty if it holds. */
    Optional<String> lost(Message message);
}
