package huibao.faults;

import huibao.files.DurableFiles;
import huibao.testing.Extent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Trials beside each other, and how many of them there are: few in every build, all of them with {@code
 * -Dhuibao.faults=long}.
 */
final class Trials {

    /** What chance decides is decided the same way every time: {@code -Dhuibao.faults.seed}. */
    static final long SEED = Long.getLong("huibao.faults.seed", 20240712L);

    private Trials() {}

    /** How many, unless it is said: {@code -Dhuibao.faults.<what>}. */
    static int count(String what, int few, int all) {
        return Integer.getInteger("huibao.faults." + what, Extent.isLong() ? all : few);
    }

    /** One trial; it says what is wrong, if anything is. */
    @FunctionalInterface
    interface Trial {
        List<String> run() throws Exception;
    }

    /** Runs them two at a time, and says everything that is wrong in any. */
    static List<String> all(List<Trial> trials) throws InterruptedException {
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Future<List<String>>> results = new ArrayList<>();
            for (Trial trial : trials) {
                results.add(two.submit(trial::run));
            }
            List<String> wrong = new ArrayList<>();
            for (Future<List<String>> result : results) {
                try {
                    wrong.addAll(result.get());
                } catch (ExecutionException e) {
                    wrong.add(String.valueOf(e.getCause()));
                }
            }
            return wrong;
        } finally {
            two.shutdownNow();
        }
    }

    /** Removes a trial's folder if nothing was wrong in it, and puts its name before what was. */
    static List<String> close(Path folder, String trial, List<String> wrong) throws IOException {
        if (wrong.isEmpty()) {
            DurableFiles.deleteTree(folder);
        }
        return wrong.stream()
                .map(what -> trial + " (" + folder.getFileName() + "): " + what)
                .toList();
    }
}
