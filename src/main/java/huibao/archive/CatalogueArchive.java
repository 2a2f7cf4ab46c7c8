package huibao.archive;

import huibao.catalogue.Catalogue;
import huibao.catalogue.CatalogueException;
import huibao.catalogue.CatalogueReader;
import huibao.files.DurableFiles;
import huibao.files.FileFault;
import huibao.message.Trouble;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Every state of the job folder a run was made under, byte for byte, in {@code archive/catalogues/<hash>/}: the
 * rules, targets and allocations of an earlier day. Written once, before the run begins, and read-only.
 */
public final class CatalogueArchive {

    private final Path folder;

    /** @param archive the folder that keeps every workbook */
    public CatalogueArchive(Path archive) {
        this.folder = archive.resolve("catalogues");
    }

    /** Keeps the job folder a catalogue was read from, unless it is kept already. */
    public void keep(Catalogue catalogue, Path job) {
        Path kept = folder.resolve(catalogue.hash());
        Path temporary = folder.resolve("." + catalogue.hash() + ".tmp");
        try {
            DurableFiles.deleteTree(temporary);
            DurableFiles.createFolders(folder);
            if (isWhole(kept, catalogue.hash())) {
                DurableFiles.forceFolder(folder);
                return;
            }
            Files.createDirectories(temporary);
            for (String name : CatalogueReader.files()) {
                if (Files.exists(job.resolve(name))) {
                    DurableFiles.write(
                            temporary.resolve(name), new ByteArrayInputStream(Files.readAllBytes(job.resolve(name))));
                    DurableFiles.protect(temporary.resolve(name));
                }
            }
            if (!isWhole(temporary, catalogue.hash())) {
                throw new IOException("the job folder " + job + " changes while it is read; run again");
            }
            DurableFiles.forceFolder(temporary);
            DurableFiles.deleteTree(kept);
            DurableFiles.rename(temporary, kept);
        } catch (IOException e) {
            throw new ArchiveException(Trouble.of("job_folder.not_kept", "folder", kept, "reason", FileFault.of(e)), e);
        }
    }

    /**
     * The catalogue of that hash.
     *
     * @throws ArchiveException if it is not kept, damaged, or refused by this program
     */
    public Catalogue require(String hash) {
        Path kept = requireFolder(hash);
        try {
            Catalogue catalogue = CatalogueReader.read(kept);
            if (catalogue.hash().equals(hash)) {
                return catalogue;
            }
            throw new ArchiveException(Trouble.of("job_folder.changed", "folder", kept));
        } catch (CatalogueException e) {
            throw new ArchiveException(
                    Trouble.of("job_folder.not_read", "folder", kept, "reason", String.valueOf(e.getMessage())), e);
        }
    }

    /**
     * Where the catalogue of that hash lies.
     *
     * @throws ArchiveException if it is not kept
     */
    public Path requireFolder(String hash) {
        Path kept = folder.resolve(hash);
        if (!Files.isDirectory(kept)) {
            throw new ArchiveException(Trouble.of("job_folder.none", "hash", hash, "folder", kept));
        }
        return kept;
    }

    /**
     * Whether a kept state of a job folder is of the job of that name; false if it is not kept, or cannot be read.
     *
     * @param present hash of the present state, which need not be kept
     */
    public boolean isOf(String job, String hash, String present) {
        if (hash.equals(present)) {
            return true;
        }
        Path kept = folder.resolve(hash);
        try {
            return Files.isDirectory(kept)
                    && CatalogueReader.read(kept).settings().name().equals(job);
        } catch (CatalogueException e) {
            return false;
        }
    }

    private static boolean isWhole(Path kept, String hash) {
        try {
            return Files.isDirectory(kept) && CatalogueReader.read(kept).hash().equals(hash);
        } catch (CatalogueException e) {
            return false;
        }
    }
}
