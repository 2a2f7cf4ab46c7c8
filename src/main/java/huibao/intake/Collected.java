package huibao.intake;

import huibao.archive.Receipt;
import java.util.List;

/**
 * What came of emptying the inbox.
 *
 * @param receipts one per file taken, in the order taken
 * @param left what stays in the inbox, by name
 */
public record Collected(List<Receipt> receipts, List<Left> left) {

    public Collected {
        receipts = List.copyOf(receipts);
        left = List.copyOf(left);
    }

    /**
     * Something that stays in the inbox.
     *
     * @param name its name there
     * @param why the reason
     */
    public record Left(String name, Why why) {}

    /** Why something stays. */
    public enum Why {
        /** Still being written: it changed while it was watched. */
        STILL_CHANGING,
        /** Its end is missing, and it was written so lately that whoever copies it may only be pausing. */
        CUT_SHORT,
        /** A folder, link, pipe or device. */
        NOT_A_REGULAR_FILE,
        /** Cannot be opened for reading, or not read to its end. */
        CANNOT_BE_OPENED,
        /** So large that the archive's disk would not hold it with room to spare for the others. */
        NO_ROOM,
        /** It came after a form for which there is no room, and would count as the older version if taken first. */
        BEHIND_ANOTHER;

        /** Whether it stays there until somebody sees to it. */
        public boolean needsAPerson() {
            return this != STILL_CHANGING && this != CUT_SHORT;
        }
    }
}
