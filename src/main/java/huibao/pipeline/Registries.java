package huibao.pipeline;

import huibao.catalogue.Catalogue;
import huibao.message.Messages;
import huibao.store.PublishedNames;
import huibao.store.Registry;
import java.util.Locale;

/** Opens a job's registry. */
public final class Registries {

    private Registries() {}

    /** The registry in the job's output folder; its folder must exist. */
    public static Registry open(Catalogue catalogue, JobFolders folders) {
        return Registry.open(
                folders.database(),
                new PublishedNames(catalogue.units(), catalogue.items(), catalogue.targets(), catalogue.milestones()),
                Messages.in(Locale.SIMPLIFIED_CHINESE),
                Messages.in(Locale.ENGLISH));
    }
}
