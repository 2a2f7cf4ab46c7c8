package huibao.intake;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Names of files as their senders know them. */
final class FileNames {

    /** What an archive or share from a Chinese Windows leaves names in, if not in UTF-8. */
    private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));

    private FileNames() {}

    /**
     * The last name of a path. The system keeps names as bytes; those that are no UTF-8 read as GBK, and what is
     * neither keeps a replacement character for each byte that says nothing.
     */
    static String of(Path path) {
        String name = path.getFileName().toString();
        if (name.indexOf('\ufffd') < 0) {
            return name;
        }
        byte[] bytes = bytes(path);
        return CHARSETS.stream()
                .map(charset -> decode(bytes, charset))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(name);
    }

    /** The bytes of the last name: a path's URI is the one place that shows them. */
    private static byte[] bytes(Path path) {
        String whole = path.toUri().getRawPath();
        String file = whole.endsWith("/") ? whole.substring(0, whole.length() - 1) : whole;
        String name = file.substring(file.lastIndexOf('/') + 1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(name.length());
        for (int i = 0; i < name.length(); i++) {
            boolean escaped = name.charAt(i) == '%';
            bytes.write(escaped ? Integer.parseInt(name.substring(i + 1, i + 3), 16) : name.charAt(i));
            i += escaped ? 2 : 0;
        }
        return bytes.toByteArray();
    }

    private static Optional<String> decode(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }
}
