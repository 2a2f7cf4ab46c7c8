package huibao.catalogue;

import java.util.List;
import java.util.stream.Collectors;

/** A job folder that cannot be used as it is: an operator's problem, told completely. */
public final class CatalogueException extends RuntimeException {

    private final transient List<Problem> problems;

    CatalogueException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Every mistake found, by file and line. */
    public List<Problem> problems() {
        return problems;
    }

    /**
     * One mistake.
     *
     * @param file the file's name in the job folder
     * @param line 1-based line, 0 for the file as a whole
     * @param what what is wrong
     * @param found what stands there
     * @param expected what should
     */
    public record Problem(String file, int line, String what, String found, String expected) {

        @Override
        public String toString() {
            return file + ":" + line + ": " + what + ", found \"" + found + "\", expected " + expected;
        }
    }
}
