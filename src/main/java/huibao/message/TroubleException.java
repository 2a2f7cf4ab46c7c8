package huibao.message;

import org.jspecify.annotations.Nullable;

/** A trouble that ends what was being done. Its own message is English; the operator is told {@link #trouble}. */
public abstract class TroubleException extends RuntimeException {

    private final transient Trouble trouble;

    /**
     * @param trouble what stands in the way
     * @param cause what the system or a library said of it, if it did
     */
    protected TroubleException(Trouble trouble, @Nullable Throwable cause) {
        super(trouble.toString(), cause);
        this.trouble = trouble;
    }

    /** What stands in the way. */
    public final Trouble trouble() {
        return trouble;
    }
}
