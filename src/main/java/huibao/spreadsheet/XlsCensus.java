package huibao.spreadsheet;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.BitSet;
import java.util.Optional;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentNode;

/**
 * Counts what an .xls workbook would become before a library makes objects of it: the format packs a blank cell
 * into two bytes and a text into three, and states numbers of texts that nobody has to believe. It ends where the
 * workbook does; what programs leave behind that end is nobody's.
 */
final class XlsCensus {

    private static final int BEGIN = 0x809;
    private static final int END = 0x0A;
    private static final int FILE_PASS = 0x2F;
    private static final int CONTINUE = 0x3C;
    private static final int SHEET = 0x85;
    private static final int MULTIPLE_NUMBERS = 0xBD;
    private static final int MULTIPLE_BLANKS = 0xBE;
    private static final int SHARED_TEXTS = 0xFC;
    private static final int DRAWING = 0xEC;
    private static final int ROW = 0x208;
    private static final int DEFAULT_HEIGHT = 0x225;
    /** Of the options of the default height: rows that are not written out are hidden. */
    private static final int ZERO_HEIGHT = 0x2;

    /** Every version's first record ends so; from Excel 97 on it states its version. */
    private static final int ANY_BEGIN = 0x09;

    private static final int EXCEL_97 = 0x600;

    private static final int NUMBER_BYTES = 6;
    private static final int BLANK_BYTES = 2;
    /** The shortest text: its length and its flags. */
    private static final int TEXT_BYTES = 3;

    private static final int HEAD_BYTES = 4;
    private static final int LONGEST_RECORD = 8_224;

    private final Allowance allowance;
    private final DataInputStream in;
    private final long size;
    private final XlsLayout layout = new XlsLayout();
    private long place;
    private long records;
    private long statedTexts;
    private long textBytes;
    private boolean encrypted;

    private XlsCensus(DataInputStream in, long size, Allowance allowance) {
        this.in = in;
        this.size = size;
        this.allowance = allowance;
    }

    /**
     * A workbook that can be read.
     *
     * @param folder where to read it from
     * @param layout its parts
     * @param isEncrypted whether a password protects it
     */
    record Checked(DirectoryNode folder, XlsLayout layout, boolean isEncrypted) {}

    /** Goes through the workbook's stream once, heads of records only. */
    static Checked check(DirectoryNode root, Allowance allowance) throws IOException {
        String name = root.hasEntryCaseInsensitive("Workbook") ? "Workbook" : "Book";
        DocumentNode document = (DocumentNode) root.getEntryCaseInsensitive(name);
        try (InputStream stream = root.createDocumentInputStream(document);
                DataInputStream in = new DataInputStream(new BufferedInputStream(stream))) {
            XlsCensus census = new XlsCensus(in, document.getSize(), allowance);
            census.check();
            DirectoryNode plain = census.encrypted
                    ? census.layout.plainOfEncrypted(root, name, document.getSize())
                    : census.layout.plain(root, name, document.getSize());
            return new Checked(plain, census.layout, census.encrypted);
        }
    }

    private void check() throws IOException {
        if (size < HEAD_BYTES) {
            throw Damage.TRUNCATED.refusal();
        }
        int record = number();
        if ((record & 0xff) == ANY_BEGIN && record != BEGIN) {
            throw oldExcel();
        }
        if (record != BEGIN) {
            throw Damage.CONTENT.refusal();
        }
        while (record == BEGIN) {
            part();
            record = next();
        }
        if (layout.lacksSheets()) {
            throw layout.nextSheetFrom(size) < 0 ? Damage.PARTS.refusal() : Damage.TRUNCATED.refusal();
        }
        if (!encrypted) {
            requireTexts();
        }
    }

    /** The kind of the record that begins the next part; another if there is none. */
    private int next() throws IOException {
        long sheet = layout.nextSheetFrom(place);
        boolean isEnd = size - place < HEAD_BYTES || (sheet < 0 && layout.isAsStated());
        if (isEnd) {
            return END;
        }
        in.mark(Short.BYTES);
        int record = number();
        if (record == BEGIN || sheet <= place || size - sheet < HEAD_BYTES) {
            return record;
        }
        in.reset();
        place -= Short.BYTES;
        skip(sheet - place);
        return number();
    }

    /** A part of the stream from the first to the last of its records, of whose first the kind has been read. */
    private void part() throws IOException {
        long start = place - Short.BYTES;
        Optional<BitSet> rows = Optional.empty();
        int record = BEGIN;
        int before = 0;
        int depth = 0;
        boolean drawn = false;
        while (true) {
            allowance.step();
            int length = number();
            if (length > LONGEST_RECORD) {
                throw Damage.CONTENT.refusal();
            }
            long end = place + length;
            drawn |= record == DRAWING;
            look(record, length);
            lookAtStyles(record, length);
            if (record == DEFAULT_HEIGHT && length >= Short.BYTES && isZeroHeight()) {
                rows = Optional.of(new BitSet());
            } else if (record == ROW && length >= Short.BYTES && rows.isPresent()) {
                rows.get().set(number());
            }
            boolean ofTexts = record == SHARED_TEXTS || (record == CONTINUE && before == SHARED_TEXTS);
            textBytes += ofTexts ? length : 0;
            before = ofTexts ? SHARED_TEXTS : record;
            count(record, length);
            skip(end - place);
            depth += record == BEGIN ? 1 : record == END ? -1 : 0;
            if (depth == 0) {
                layout.part(new XlsLayout.Part(start, place, rows, drawn));
                return;
            }
            record = number();
        }
    }

    /** What a record says that counts here. */
    private void look(int record, int length) throws IOException {
        if (record == SHARED_TEXTS && length >= 2 * Integer.BYTES) {
            integer();
            statedTexts = integer();
        } else if (record == SHEET && length >= Integer.BYTES) {
            layout.sheetAt(integer());
        } else if (place == HEAD_BYTES && length >= Short.BYTES && number() < EXCEL_97) {
            throw oldExcel();
        }
    }

    /** Which styles a cell's record names. */
    private void lookAtStyles(int record, int length) throws IOException {
        int count = encrypted ? 0 : XlsStyles.count(record, length);
        for (int i = 0; i < count; i++) {
            skip(i == 0 ? XlsStyles.CELL_STYLE_AT : XlsStyles.step(record) - Short.BYTES);
            layout.namesStyle(number());
        }
        if (record == XlsStyles.STYLE) {
            layout.definesStyle();
        }
    }

    /** What is encrypted says nothing here. */
    private boolean isZeroHeight() throws IOException {
        return !encrypted && (number() & ZERO_HEIGHT) != 0;
    }

    private static RefusedException oldExcel() {
        return new RefusedException(FileKind.OLD_EXCEL);
    }

    private int number() throws IOException {
        try {
            int number = Short.toUnsignedInt(Short.reverseBytes(in.readShort()));
            place += Short.BYTES;
            return number;
        } catch (EOFException cutOff) {
            throw Damage.TRUNCATED.refusal();
        }
    }

    private long integer() throws IOException {
        return number() | (long) number() << Short.SIZE;
    }

    private void skip(long bytes) throws IOException {
        try {
            in.skipNBytes(bytes);
            place += bytes;
        } catch (EOFException cutOff) {
            throw Damage.TRUNCATED.refusal();
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
