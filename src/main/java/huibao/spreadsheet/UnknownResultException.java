package huibao.spreadsheet;

/** A formula is not calculated again. */
final class UnknownResultException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param because the part of the formula that is to blame */
    UnknownResultException(String because) {
        super(because, null, false, false);
    }

    String because() {
        return getMessage() == null ? "" : getMessage();
    }
}
