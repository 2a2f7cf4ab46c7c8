package huibao.archive;

import huibao.files.DurableFiles;
import huibao.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Archived files an operator had deleted because they were old: a note of each stays in {@code
 * discarded/<sha256>.json}, and its receipts stay too, so that a file deleted on purpose is told from one lost.
 */
public final class Discards {

    private final Path folder;

    private record Note(String sha256, long size, Instant discardedAt) {}

    /** @param archive the folder that keeps every workbook */
    public Discards(Path archive) {
        this.folder = archive.resolve("discarded");
    }

    /** Whether the file of that hash was once deleted on purpose; it may have been sent again since. */
    public boolean contains(String sha256) {
        return Files.isRegularFile(note(sha256));
    }

    /**
     * Deletes an archived file, its note first: killed in between, it is deleted next time.
     *
     * @param file the archived file
     * @param at stated time, for the note
     */
    public void discard(Path file, String sha256, Instant at) throws IOException {
        DurableFiles.keep(note(sha256), Json.bytes(new Note(sha256, Files.size(file), at)));
        DurableFiles.delete(file);
    }

    private Path note(String sha256) {
        return folder.resolve(sha256 + ".json");
    }
}
