package huibao.spreadsheet;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.apache.poi.poifs.filesystem.DirectoryNode;

/**
 * Counts what an .xls workbook would become before a library makes objects of it: the format packs a blank cell
 * into two bytes and a text into three, and states numbers of texts that nobody has to believe.
 */
final class XlsCensus {

    private static final int FILE_PASS = 0x2F;
    private static final int CONTINUE = 0x3C;
    private static final int MULTIPLE_NUMBERS = 0xBD;
    private static final int MULTIPLE_BLANKS = 0xBE;
    private static final int SHARED_TEXTS = 0xFC;

    private static final int NUMBER_BYTES = 6;
    private static final int BLANK_BYTES = 2;
    /** The shortest text: its length and its flags. */
    private static final int TEXT_BYTES = 3;

    private static final int LONGEST_RECORD = 8_224;

    private final Allowance allowance;
    private long records;
    private long statedTexts;
    private long textBytes;
    private boolean encrypted;

    private XlsCensus(Allowance allowance) {
        this.allowance = allowance;
    }

    /** Goes through the workbook's stream once, heads of records only. */
    static void check(DirectoryNode root, Allowance allowance) throws IOException {
        String name = root.hasEntryCaseInsensitive("Workbook") ? "Workbook" : "Book";
        try (InputStream stream = root.createDocumentInputStream(root.getEntryCaseInsensitive(name));
                DataInputStream in = new DataInputStream(new BufferedInputStream(stream))) {
            new XlsCensus(allowance).check(in);
        }
    }

    private void check(DataInputStream in) throws IOException {
        int before = 0;
        for (int kind = in.read(); kind >= 0; kind = in.read()) {
            allowance.step();
            int record = kind | in.read() << 8;
            int length = Short.toUnsignedInt(Short.reverseBytes(in.readShort()));
            if (length > LONGEST_RECORD) {
                throw Damage.CONTENT.refusal();
            }
            int read = 0;
            if (record == SHARED_TEXTS && length >= 2 * Integer.BYTES) {
                in.readInt();
                statedTexts = Integer.toUnsignedLong(Integer.reverseBytes(in.readInt()));
                read = 2 * Integer.BYTES;
            }
            boolean ofTexts = record == SHARED_TEXTS || (record == CONTINUE && before == SHARED_TEXTS);
            textBytes += ofTexts ? length : 0;
            before = ofTexts ? SHARED_TEXTS : record;
            count(record, length);
            try {
                in.skipNBytes(length - read);
            } catch (EOFException cutOff) {
                throw Damage.TRUNCATED.refusal();
            }
        }
        if (!encrypted) {
            requireTexts();
        }
    }

    private void count(int record, int length) {
        encrypted |= record == FILE_PASS;
        records += switch (record) {
            case MULTIPLE_NUMBERS -> 1 + length / NUMBER_BYTES;
            case MULTIPLE_BLANKS -> 1 + length / BLANK_BYTES;
            default -> 1;
        };
        SheetLimits.require(records <= SheetLimits.XLS_RECORDS, Bound.RECORDS, SheetLimits.XLS_RECORDS);
    }

    private void requireTexts() throws RefusedException {
        int most = allowance.limits().texts();
        SheetLimits.require(statedTexts <= most, Bound.TEXTS, most);
        if (statedTexts * TEXT_BYTES > textBytes) {
            throw Damage.CONTENT.refusal();
        }
    }
}
