package huibao.spreadsheet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** The first part of a zip file, which tells a package of an office program from an archive without its directory. */
final class ZipStart {

    private static final int HEAD_BYTES = 30;
    private static final int NAME_LENGTH_AT = 26;

    private ZipStart() {}

    /** Whether an office program may have written it. */
    static boolean isOffice(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer head = ZipEnd.read(channel, 0, HEAD_BYTES);
            if (head.limit() < HEAD_BYTES) {
                return false;
            }
            int length = Short.toUnsignedInt(head.getShort(NAME_LENGTH_AT));
            ByteBuffer bytes = ZipEnd.read(channel, HEAD_BYTES, length);
            String name = XlsxParts.key(StandardCharsets.UTF_8.decode(bytes).toString());
            return PackageKind.isOffice(Set.of(name)) || name.startsWith("docprops/") || name.startsWith("customxml/");
        }
    }
}
