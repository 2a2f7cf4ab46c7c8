package huibao.pipeline;

import huibao.archive.Archive;
import huibao.catalogue.Catalogue;
import huibao.intake.Inbox;
import huibao.spreadsheet.CutShort;
import java.time.Duration;

/** Opens a job's inbox as its settings say. */
public final class Inboxes {

    private Inboxes() {}

    /** The inbox, whose files go into this archive. */
    public static Inbox open(Catalogue catalogue, JobFolders folders, Archive archive) {
        return new Inbox(
                folders.inbox(),
                archive,
                Duration.ofSeconds(catalogue.settings().settleSeconds()),
                catalogue.settings().limits().fileBytes(),
                CutShort::test);
    }
}
