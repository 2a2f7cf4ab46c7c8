package huibao.model;

import java.math.BigDecimal;
import java.util.Optional;

/** A figure or the reason there is none. */
public sealed interface Amount {

    /**
     * A figure, exact.
     *
     * @param value in the item's unit of measure; at most 12 decimals and 26 integer digits
     */
    record Known(BigDecimal value) implements Amount {}

    /**
     * No figure.
     *
     * @param reason why
     */
    record Missing(MissingReason reason) implements Amount {}

    /** The figure, if there is one. */
    default Optional<BigDecimal> known() {
        return this instanceof Known known ? Optional.of(known.value()) : Optional.empty();
    }

    /** Why there is none, if there is none. */
    default Optional<MissingReason> whyMissing() {
        return this instanceof Missing missing ? Optional.of(missing.reason()) : Optional.empty();
    }
}
