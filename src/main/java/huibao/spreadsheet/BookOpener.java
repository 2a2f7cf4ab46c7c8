package huibao.spreadsheet;

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
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** A file of whatever kind, opened as a workbook. */
public final class BookOpener {

    private BookOpener() {}

    /**
     * Opens a workbook.
     *
     * @throws RefusedException if it is none
     * @throws SheetLimits.ExceededException if it is too large
     * @throws IOException if a library could not read it, or the disk not; a library may throw anything else as well
     */
    public static Book open(Path file, Allowance allowance) throws IOException {
        try {
            return opened(file, allowance);
        } catch (RefusedException | SheetLimits.ExceededException known) {
            throw known;
        } catch (IOException | RuntimeException failed) {
            if (CutShort.test(file)) {
                throw Damage.TRUNCATED.refusal();
            }
            throw failed;
        }
    }

    private static Book opened(Path file, Allowance allowance) throws IOException {
        long size = Files.size(file);
        allowance.requireTime();
        FileContent content = FileContent.of(file);
        return switch (content.kind()) {
            case ZIP -> openPackage(file, size, allowance);
            case OLE -> openOle(file, size, allowance);
            case ZEROS -> throw Damage.ZEROS.refusal();
            default -> throw new RefusedException(content);
        };
    }

    /** A large archive is an archive, whatever it has too much of. */
    private static Book openPackage(Path file, long size, Allowance allowance) throws IOException {
        try {
            requireSize(size, allowance);
            return XlsxBook.read(file, allowance);
        } catch (SheetLimits.ExceededException tooMuch) {
            if (ZipStart.isOffice(file)) {
                throw tooMuch;
            }
            throw new RefusedException(FileKind.ZIP);
        }
    }

    private static void requireSize(long size, Allowance allowance) {
        long most = allowance.limits().fileBytes();
        SheetLimits.require(size <= most, Bound.FILE_BYTES, most);
    }

    private static Book openOle(Path file, long size, Allowance allowance) throws IOException {
        requireSize(size, allowance);
        try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
            DirectoryNode root = container.getRoot();
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                return openEncrypted(container, allowance);
            }
            if (root.hasEntryCaseInsensitive("Workbook") || root.hasEntryCaseInsensitive("Book")) {
                long most = allowance.limits().xlsBytes();
                SheetLimits.require(size <= most, Bound.XLS_BYTES, most);
                return XlsBook.read(root, allowance);
            }
            throw new RefusedException(ContainerKind.of(root));
        } catch (EncryptedDocumentException locked) {
            throw new RefusedException(FindingKind.ENCRYPTED, "xls");
        }
    }

    /** Excel's own default password is no secret: it marks "read-only recommended" files. No other is tried. */
    private static Book openEncrypted(POIFSFileSystem container, Allowance allowance) throws IOException {
        Path plain = Files.createTempFile("huibao-", ".xlsx");
        try {
            Decryptor decryptor = decryptor(container.getRoot());
            try (InputStream in = decryptor.getDataStream(container);
                    OutputStream out = Files.newOutputStream(plain)) {
                long most = allowance.limits().fileBytes();
                new BoundedStream(in, most, Bound.FILE_BYTES, allowance).transferTo(out);
            }
            return XlsxBook.read(plain, allowance);
        } catch (GeneralSecurityException unknownCipher) {
            throw locked();
        } finally {
            Files.deleteIfExists(plain);
        }
    }

    /** What decrypts it with the one password tried; a way of encryption that is not known is a password too. */
    private static Decryptor decryptor(DirectoryNode root) throws RefusedException {
        boolean opens;
        Decryptor decryptor;
        try {
            decryptor = Decryptor.getInstance(encryption(root));
            opens = decryptor.verifyPassword(Decryptor.DEFAULT_PASSWORD);
        } catch (RefusedException | SheetLimits.ExceededException known) {
            throw known;
        } catch (IOException | GeneralSecurityException | RuntimeException unknown) {
            throw locked();
        }
        if (!opens) {
            throw locked();
        }
        return decryptor;
    }

    private static RefusedException locked() {
        return new RefusedException(FindingKind.ENCRYPTED, "xlsx");
    }

    /** How a package is encrypted; what would take hours to find out is not tried. */
    private static EncryptionInfo encryption(DirectoryNode root) throws IOException {
        boolean isStream = root.hasEntryCaseInsensitive("EncryptionInfo")
                && root.getEntryCaseInsensitive("EncryptionInfo") instanceof DocumentEntry stream
                && stream.getSize() <= SheetLimits.ENCRYPTION_BYTES;
        if (!isStream) {
            // Without it the office program asks a server who may read.
            throw locked();
        }
        EncryptionInfo encryption = new EncryptionInfo(root);
        int rounds = encryption.getVerifier().getSpinCount();
        SheetLimits.require(rounds <= SheetLimits.PASSWORD_ROUNDS, Bound.PASSWORD_ROUNDS, SheetLimits.PASSWORD_ROUNDS);
        return encryption;
    }
}
