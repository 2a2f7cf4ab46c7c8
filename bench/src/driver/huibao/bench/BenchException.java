package huibao.bench;

/** A measurement that cannot be made or whose result is wrong: the run ends. */
final class BenchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BenchException(String message) {
        super(message);
    }
}
