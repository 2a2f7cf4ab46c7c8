package huibao.pipeline;

import huibao.catalogue.Catalogue;
import huibao.message.Messages;
import huibao.store.PublishedNames;
import huibao.store.Registry;
import huibao.store.YearArchive;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Optional;

/** Opens a job's registry, and beside it the one of the year before. */
public final class Registries {

    private Registries() {}

    /** The registry in the job's output folder; its folder must exist. */
    public static Registry open(Catalogue catalogue, JobFolders folders) {
        return Registry.open(
                folders.database(),
                new PublishedNames(catalogue.units(), catalogue.items(), catalogue.targets(), catalogue.milestones()),
                Messages.in(Locale.SIMPLIFIED_CHINESE),
                Messages.in(Locale.ENGLISH),
                lastYear(catalogue, folders));
    }

    /**
     * Last year's submissions: the registry of the job that {@code previous_job} names, in the same output
     * folder; empty if none is named or nothing was run there.
     */
    public static Optional<YearArchive> lastYear(Catalogue catalogue, JobFolders folders) {
        return catalogue
                .settings()
                .previousJob()
                .map(folders::databaseOf)
                .filter(Files::exists)
                .map(file -> YearArchive.open(file, catalogue.items()));
    }
}
