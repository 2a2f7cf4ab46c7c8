package huibao.spreadsheet;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The beginning of a file as text. */
final class HeadText {

    /** Every second byte of text in Latin letters, digits and tabs is zero in UTF-16. */
    private static final int PART_ZERO = 4;

    private static final int MOST_SIGNS = 10;

    private HeadText() {}

    /**
     * The text; empty if it holds bytes that no text file has.
     *
     * @param whole as many bytes as were asked for: a head so long may be cut inside a character
     */
    static Optional<String> of(byte[] head, int whole) {
        if (isUtf16(head)) {
            Charset charset = isLittleEndian(head) ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
            return Optional.of(new String(head, charset).replace("\ufeff", ""));
        }
        for (byte b : head) {
            if (b >= 0 && b < 9) {
                return Optional.empty();
            }
        }
        int least = head.length == whole ? whole - 4 : head.length;
        for (int length = head.length; length >= least && length > 0; length--) {
            for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
                Optional<String> text = decode(head, length, charset);
                if (text.isPresent()) {
                    return text;
                }
            }
        }
        return isMostlyLatin(head) ? Optional.of(new String(head, StandardCharsets.ISO_8859_1)) : Optional.empty();
    }

    /** Whether it is text of two bytes a letter, marked as such or not. */
    static boolean isUtf16(byte[] head) {
        boolean isMarked = head.length > 1 && ((head[0] == -1 && head[1] == -2) || (head[0] == -2 && head[1] == -1));
        return isMarked || zeros(head, 0) * PART_ZERO > head.length / 2 || zeros(head, 1) * PART_ZERO > head.length / 2;
    }

    private static boolean isLittleEndian(byte[] head) {
        return head[0] == -1 || (head[0] != -2 && zeros(head, 1) > zeros(head, 0));
    }

    /** Zero bytes at even or at odd places; none if the other places have some too, as no text has. */
    private static int zeros(byte[] head, int first) {
        int zeros = 0;
        for (int i = 0; i < head.length; i++) {
            boolean isHere = i % 2 == first;
            if (head[i] == 0 && !isHere) {
                return 0;
            }
            zeros += head[i] == 0 ? 1 : 0;
        }
        return zeros;
    }

    /** Text of a western system, with a sign here and there that only it writes so. */
    private static boolean isMostlyLatin(byte[] head) {
        int signs = 0;
        for (byte b : head) {
            signs += b < 0 ? 1 : 0;
        }
        return signs * MOST_SIGNS < head.length;
    }

    private static Optional<String> decode(byte[] head, int length, Charset charset) {
        try {
            String text = charset.newDecoder()
                    .decode(ByteBuffer.wrap(head, 0, length))
                    .toString();
            return Optional.of(text.replace("\ufeff", ""));
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }
}
