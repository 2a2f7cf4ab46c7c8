package huibao.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a file holds, told by its first bytes.
 *
 * @param kind what it is; a package and a container may turn out to be something else once they are opened
 * @param encoding how its text is written; empty if it is none, or if nobody can tell
 */
record FileContent(FileKind kind, String encoding) {

    private static final int HEAD_BYTES = 1 << 16;

    static FileContent of(FileKind kind) {
        return new FileContent(kind, "");
    }

    static FileContent of(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD_BYTES);
        }
        if (head.length == 0) {
            return of(FileKind.EMPTY);
        }
        if (isZero(head)) {
            return of(FileKind.ZEROS);
        }
        Optional<FileKind> known = Signatures.of(head).or(() -> BinaryTables.of(head));
        if (known.isPresent()) {
            return of(known.get());
        }
        return EncodedText.of(head, head.length == HEAD_BYTES)
                .map(text -> new FileContent(TextKind.of(text.text()), text.encoding()))
                .orElseGet(() -> of(Signatures.ofLate(head).orElse(FileKind.UNKNOWN)));
    }

    private static boolean isZero(byte[] head) {
        for (byte b : head) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }
}
