package huibao.cli;

import huibao.pipeline.JobFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The account a job belongs to, by who owns its folders. */
final class Account {

    private static final String ROOT = "root";

    private final Owners owners;

    /** Who owns what. */
    @FunctionalInterface
    interface Owners {

        /** The name of the account a file or folder belongs to, its number if it has none. */
        String of(Path path) throws IOException;
    }

    Account() {
        this(path -> Files.getOwner(path).getName());
    }

    /** @param owners who owns what */
    Account(Owners owners) {
        this.owners = owners;
    }

    /**
     * The owner of the folder that is published into. While there is none, of the nearest folder above it; of the job
     * folder where that one is root's, unless it is the folder of all outputs.
     */
    String of(JobFolders folders) throws IOException {
        Path output = folders.output().toAbsolutePath().normalize();
        Path nearest = output;
        for (Path above = output.getParent(); !Files.exists(nearest) && above != null; above = above.getParent()) {
            nearest = above;
        }
        String owner = owners.of(nearest);
        return nearest.equals(output) || nearest.equals(output.getParent()) || !owner.equals(ROOT)
                ? owner
                : owners.of(folders.job());
    }

    /** Whether it may do anything on the machine; no run needs that. */
    static boolean isRoot(String account) {
        return account.equals(ROOT);
    }
}
