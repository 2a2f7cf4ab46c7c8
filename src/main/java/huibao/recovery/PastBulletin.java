package huibao.recovery;

import huibao.model.Period;
import huibao.store.RunRecord;
import java.nio.file.Path;
import java.util.List;

/**
 * A bulletin of an earlier day, rebuilt.
 *
 * @param period the period it is for
 * @param run the run that published it
 * @param edition which edition of the period it was, from 1
 * @param folder where it is now: the files lie in it as they lay in the output folder that day
 * @param otherPrograms versions other than this program's that made the runs done again: if there are any, the
 *     bytes may differ
 */
public record PastBulletin(Period period, RunRecord run, int edition, Path folder, List<String> otherPrograms) {

    public PastBulletin {
        otherPrograms = List.copyOf(otherPrograms);
    }
}
