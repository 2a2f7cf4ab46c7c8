package huibao.cli;

import huibao.catalogue.Catalogue;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option of the commands whose work has a time that can be stated. */
final class StatedTime {

    @Option(names = "--now", paramLabel = "TIME", descriptionKey = "option.now")
    private @Nullable String now;

    /** The stated time, if one is. A time without an offset is in the job's time zone. */
    Optional<Instant> find(JobOptions options, Catalogue catalogue) {
        return Optional.ofNullable(now).map(text -> options.time("--now", text, catalogue));
    }
}
