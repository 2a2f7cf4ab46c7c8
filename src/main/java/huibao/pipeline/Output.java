package huibao.pipeline;

import huibao.model.Bulletin;
import huibao.model.Period;
import huibao.pipeline.Progress.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Something published of a period as files. {@link Outputs} lists them all: what is in the list is written by a run and
 * by whatever does a run again, stands in the manifest, and is verified.
 */
interface Output {

    /** The step of a run in which it is written; several may share one. */
    Step step();

    /** Writes it: files that are the same stay untouched, those that are nobody's any more are removed. */
    void publish(Bulletin bulletin) throws IOException;

    /** Its files of a period, whole ones only, in the order of the manifest. */
    List<Path> files(Period period) throws IOException;

    /** Everything that lies where its files are, of whatever kind; what is not in the manifest is no output. */
    List<Path> found(Period period) throws IOException;

    /** Whether the bulletin alone makes it, at any time with the same bytes, so that it can be made again to compare. */
    default boolean isMadeAgain() {
        return true;
    }
}
