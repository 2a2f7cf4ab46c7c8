package huibao.spreadsheet;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Bytes taken as text.
 *
 * @param text what they say, without the mark of their order
 * @param encoding its name; empty if they say the same in several, or if nobody can tell
 */
record EncodedText(String text, String encoding) {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset GB2312 = Charset.forName("GB2312");
    private static final Charset UTF_32 = Charset.forName("UTF-32");
    /** The most bytes of one character. */
    private static final int CHARACTER_BYTES = 4;
    /** Of a hundred characters of real text, so many are letters of ours, figures, or punctuation. */
    private static final int USUAL_PERCENT = 90;

    /**
     * The text; empty if the bytes are none.
     *
     * @param cut whether the file goes on behind them, so that the last character may be half a one
     */
    static Optional<EncodedText> of(byte[] head, boolean cut) {
        if (starts(head, 0xff, 0xfe, 0, 0) || starts(head, 0, 0, 0xfe, 0xff)) {
            return Optional.of(new EncodedText(plain(new String(head, UTF_32)), "UTF-32"));
        }
        if (starts(head, 0xff, 0xfe) || starts(head, 0xfe, 0xff)) {
            return Optional.of(new EncodedText(plain(new String(head, StandardCharsets.UTF_16)), "UTF-16"));
        }
        return hasControls(head) ? unmarked(head) : ofBytes(head, cut);
    }

    /** UTF-16 that does not say so: what nobody types stands in every second byte. */
    private static Optional<EncodedText> unmarked(byte[] head) {
        byte[] whole = Arrays.copyOf(head, head.length - head.length % 2);
        return List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE).stream()
                .map(charset -> new String(whole, charset))
                .filter(text -> text.chars().anyMatch(c -> c == '\n' || c == '\r' || c == '\t' || c == ',' || c == ' ')
                        && text.chars().noneMatch(c -> c < '\t')
                        && isUsual(text))
                .findFirst()
                .map(text -> new EncodedText(text, "UTF-16"));
    }

    private static Optional<EncodedText> ofBytes(byte[] head, boolean cut) {
        int least = cut ? head.length - CHARACTER_BYTES : head.length;
        for (int length = head.length; length >= least && length > 0; length--) {
            Optional<String> utf8 = decoded(head, length, StandardCharsets.UTF_8);
            if (utf8.isPresent()) {
                boolean isAscii = utf8.get().length() == length;
                return Optional.of(new EncodedText(plain(utf8.get()), isAscii ? "" : "UTF-8"));
            }
        }
        for (int length = head.length; length >= least && length > 0; length--) {
            Optional<String> chinese = decoded(head, length, GB18030);
            if (chinese.isPresent()) {
                return Optional.of(new EncodedText(plain(chinese.get()), isChinese(chinese.get()) ? "GB18030" : ""));
            }
        }
        int strange = 0;
        for (byte b : head) {
            strange += b < 0 ? 1 : 0;
        }
        return strange * 2 < head.length
                ? Optional.of(new EncodedText(new String(head, StandardCharsets.ISO_8859_1), ""))
                : Optional.empty();
    }

    private static Optional<String> decoded(byte[] head, int length, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .decode(ByteBuffer.wrap(head, 0, length))
                    .toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }

    /** Other encodings of the Far East decode too, to characters that nobody writes. */
    private static boolean isChinese(String text) {
        CharsetEncoder common = GB2312.newEncoder();
        long foreign = text.chars().filter(c -> c > 0x7f).count();
        long usual =
                text.chars().filter(c -> c > 0x7f && common.canEncode((char) c)).count();
        return foreign > 0 && usual * 100 >= foreign * USUAL_PERCENT;
    }

    private static boolean isUsual(String text) {
        long usual = text.chars()
                .filter(c -> (c >= ' ' && c < 0x7f)
                        || (c >= '\t' && c <= '\r')
                        || (c >= 0x4e00 && c <= 0x9fff)
                        || (c >= 0x2010 && c <= 0x206f)
                        || (c >= 0x3000 && c <= 0x303f)
                        || (c >= 0xff00 && c <= 0xffef))
                .count();
        return usual * 100 >= (long) text.length() * USUAL_PERCENT;
    }

    private static boolean hasControls(byte[] head) {
        for (byte b : head) {
            if ((b >= 0 && b < '\t') || (b > '\r' && b < 0x1a)) {
                return true;
            }
        }
        return false;
    }

    private static boolean starts(byte[] head, int... with) {
        if (head.length < with.length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            if (head[i] != (byte) with[i]) {
                return false;
            }
        }
        return true;
    }

    private static String plain(String text) {
        return text.replace("\ufeff", "");
    }
}
