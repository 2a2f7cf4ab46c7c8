package huibao.submission;

import huibao.model.FindingKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** A file of whatever kind, opened as a workbook. */
final class BookOpener {

    private BookOpener() {}

    /**
     * Opens a workbook.
     *
     * @throws RefusedException if it is none
     * @throws Limits.ExceededException if it is too large
     * @throws IOException if it is damaged
     */
    static Book open(Path file) throws IOException {
        long size = Files.size(file);
        if (size > Limits.FILE_BYTES) {
            throw new Limits.ExceededException(Bound.FILE_BYTES, Limits.FILE_BYTES);
        }
        FileKind kind = FileKind.of(file);
        return switch (kind) {
            case ZIP -> XlsxBook.read(file);
            case OLE -> openOle(file, size);
            case EMPTY,
                    OLD_EXCEL,
                    RAR,
                    SEVEN_ZIP,
                    GZIP,
                    HTML,
                    SPREADSHEET_XML,
                    DELIMITED_TEXT,
                    PDF,
                    PICTURE,
                    TEXT,
                    UNKNOWN -> throw new RefusedException(kind.refusal(), kind.label());
        };
    }

    private static Book openOle(Path file, long size) throws IOException {
        try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
            DirectoryNode root = container.getRoot();
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                return openEncrypted(container);
            }
            if (root.hasEntryCaseInsensitive("Workbook") || root.hasEntryCaseInsensitive("Book")) {
                if (size > Limits.XLS_BYTES) {
                    throw new Limits.ExceededException(Bound.XLS_BYTES, Limits.XLS_BYTES);
                }
                return XlsBook.read(root);
            }
            boolean kingsoft = root.getEntryNames().stream().anyMatch(name -> name.startsWith("ET"));
            throw kingsoft
                    ? new RefusedException(FindingKind.UNSUPPORTED_FORMAT, "et")
                    : new RefusedException(FindingKind.NOT_A_WORKBOOK, "ole");
        } catch (EncryptedDocumentException locked) {
            throw new RefusedException(FindingKind.ENCRYPTED, "xls");
        }
    }

    /** Excel's own default password is no secret: it marks "read-only recommended" files. No other is tried. */
    private static Book openEncrypted(POIFSFileSystem container) throws IOException {
        Path plain = Files.createTempFile("huibao-", ".xlsx");
        try {
            Decryptor decryptor = Decryptor.getInstance(new EncryptionInfo(container));
            if (!decryptor.verifyPassword(Decryptor.DEFAULT_PASSWORD)) {
                throw new RefusedException(FindingKind.ENCRYPTED, "xlsx");
            }
            try (InputStream in = decryptor.getDataStream(container);
                    OutputStream out = Files.newOutputStream(plain)) {
                new BoundedStream(in, Limits.FILE_BYTES, Bound.FILE_BYTES).transferTo(out);
            }
            return XlsxBook.read(plain);
        } catch (GeneralSecurityException unknownCipher) {
            throw new RefusedException(FindingKind.ENCRYPTED, "xlsx");
        } finally {
            Files.deleteIfExists(plain);
        }
    }
}
