package huibao.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A zip whose bytes depend on its entries alone: every entry has the same time, and all are packed alike. */
public final class CanonicalZip extends ZipOutputStream {

    /** Of the first day of 1980 Java would note the instant as well, and with it the machine's time zone. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 2, 0, 0);

    private static final int LEVEL = 6;
    private static final int PACKED_AT_ONCE = 1 << 16;

    public CanonicalZip(OutputStream out) {
        super(out);
        setLevel(LEVEL);
        buf = new byte[PACKED_AT_ONCE];
    }

    /** Begins an entry; what is written next is its content. */
    public void begin(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        putNextEntry(entry);
    }
}
