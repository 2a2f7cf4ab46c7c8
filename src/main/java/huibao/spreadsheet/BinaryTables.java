package huibao.spreadsheet;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** Files that only their structure tells: tables of dBASE, and the files that office programs lay beside open ones. */
final class BinaryTables {

    private static final int DBF_HEAD = 32;
    private static final int DBF_FIELD = 32;
    private static final int DBF_TYPE_AT = 11;
    private static final int DBF_END = 0x0D;
    private static final String DBF_TYPES = "CNDLMFBGPTIOYV@+0QW";

    private BinaryTables() {}

    static Optional<FileKind> of(byte[] head) {
        if (isDbf(head)) {
            return Optional.of(FileKind.DBF);
        }
        return OfficeLock.test(head) ? Optional.of(FileKind.LOCK) : Optional.empty();
    }

    /** A date, a length of the heading, and as many fields as that says. */
    private static boolean isDbf(byte[] head) {
        if (head.length <= DBF_HEAD + DBF_FIELD) {
            return false;
        }
        ByteBuffer bytes = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        int headBytes = Short.toUnsignedInt(bytes.getShort(8));
        int recordBytes = Short.toUnsignedInt(bytes.getShort(10));
        boolean isDated = head[2] >= 0 && head[2] <= 12 && head[3] >= 0 && head[3] <= 31;
        boolean isVersion = (head[0] & 0x07) == 0x03 || (head[0] & 0x07) == 0x02 || (head[0] & 0xF0) == 0x30;
        if (!isVersion || !isDated || recordBytes == 0 || headBytes <= DBF_HEAD + DBF_FIELD) {
            return false;
        }
        int at = DBF_HEAD;
        while (at + DBF_FIELD < head.length && at < headBytes && head[at] != DBF_END) {
            if (DBF_TYPES.indexOf((char) head[at + DBF_TYPE_AT]) < 0) {
                return false;
            }
            at += DBF_FIELD;
        }
        return at > DBF_HEAD && head[at] == DBF_END;
    }
}
