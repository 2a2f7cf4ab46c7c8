package huibao.pipeline;

import huibao.archive.Receipt;
import huibao.model.Reading;
import java.util.List;
import java.util.Optional;

/** What reads many workbooks: the processors of this machine, or of others. What is read does not depend on it. */
interface Engine {

    /**
     * Reads files. Each reading is handed on as it comes, one at a time, and none is kept: a taker that is slow keeps
     * the engine from reading far ahead.
     *
     * @throws huibao.archive.ArchiveException if a file of the archive cannot be read, or is not what was received
     */
    void read(List<Receipt> files, WorkbookReader reader, Taker taker);

    /** Reads one workbook. */
    interface WorkbookReader {

        /** What came of reading a file while others are read; empty if memory or time did not suffice for it. */
        Optional<Reading> amongOthers(Receipt file);

        /** The same while nothing else is read: a file for which they do not suffice then is too large. */
        Reading alone(Receipt file);
    }

    /** Takes what was read. */
    interface Taker {
        void take(Receipt file, Reading reading);
    }
}
