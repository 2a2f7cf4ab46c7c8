package huibao.pipeline;

import huibao.archive.CatalogueArchive;
import huibao.archive.RunArchive;
import huibao.catalogue.Catalogue;
import huibao.message.Trouble;
import huibao.store.LoggedRun;
import huibao.store.Registry;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Runs the archive knows of and the registry does not: it was lost, or an older copy was put back. It must not be gone
 * on with: what it decided would be decided anew, and units would be reminded of what they have sent.
 */
public final class LostRuns {

    private LostRuns() {}

    /**
     * Refuses a registry that is not there although the job has been run.
     *
     * @throws RunFailedException if it was lost, with what to do
     */
    public static void refuseLostRegistry(Catalogue catalogue, JobFolders folders) throws IOException {
        if (!Files.exists(folders.database())) {
            refuse(folders, unknown(catalogue, folders, Set.of()));
        }
    }

    /**
     * Refuses a registry that lacks runs.
     *
     * @throws RunFailedException if it does, with what to do
     */
    public static void refuse(Catalogue catalogue, JobFolders folders, Registry registry) throws IOException {
        refuse(folders, of(catalogue, folders, registry));
    }

    /** The runs a registry lacks, in the order in which they took place. */
    public static List<LoggedRun> of(Catalogue catalogue, JobFolders folders, Registry registry) throws IOException {
        return unknown(
                catalogue,
                folders,
                registry.runLog().runs().stream()
                        .map(logged -> logged.run().runId())
                        .collect(Collectors.toSet()));
    }

    /** All runs of the job the archive knows of. */
    public static List<LoggedRun> all(Catalogue catalogue, JobFolders folders) throws IOException {
        return unknown(catalogue, folders, Set.of());
    }

    private static List<LoggedRun> unknown(Catalogue catalogue, JobFolders folders, Set<String> known)
            throws IOException {
        CatalogueArchive catalogues = new CatalogueArchive(folders.archive());
        return new RunArchive(folders.archive())
                .runsBut(known).stream()
                        .filter(logged -> catalogues.isOf(
                                catalogue.settings().name(), logged.run().catalogueHash(), catalogue.hash()))
                        .toList();
    }

    private static void refuse(JobFolders folders, List<LoggedRun> lost) {
        if (!lost.isEmpty()) {
            throw new RunFailedException(new Trouble(
                    "database.lacks_runs",
                    Map.of(
                            "file",
                            folders.database(),
                            "count",
                            lost.size(),
                            "run",
                            lost.get(lost.size() - 1).run().runId())));
        }
    }
}
