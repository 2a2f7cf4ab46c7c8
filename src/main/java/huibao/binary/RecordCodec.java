package huibao.binary;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Records as bytes and back. What a record is made of is taken from its components, so that a new component needs
 * nothing here: records, sealed interfaces of records, enums, text, exact decimals, dates and times, whole numbers,
 * and lists, sets, maps and optionals of these. A text that comes more than once is written once. Both ends must be
 * the same program. Safe for several threads.
 *
 * @param <T> the record
 */
public final class RecordCodec<T extends Record> {

    private final Shape shape;
    private final Class<T> type;

    private RecordCodec(Class<T> type) {
        this.type = type;
        this.shape = new Shapes().of(type);
    }

    /**
     * The codec of a record.
     *
     * @throws IllegalArgumentException if something in it is of a kind no codec knows
     */
    public static <T extends Record> RecordCodec<T> of(Class<T> type) {
        return new RecordCodec<>(type);
    }

    /** The value as bytes. */
    public byte[] encode(T value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 14);
        try {
            shape.write(new Output(new DataOutputStream(bytes)), value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The value that was encoded. */
    public T decode(byte[] bytes) {
        try {
            return type.cast(shape.read(new Input(new DataInputStream(new ByteArrayInputStream(bytes)))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How values of one type are written. */
    interface Shape {
        void write(Output out, Object value) throws IOException;

        Object read(Input in) throws IOException;
    }

    /** Bytes, and the texts written so far. */
    static final class Output {

        private final DataOutputStream data;
        private final Map<String, Integer> texts = new HashMap<>();

        Output(DataOutputStream data) {
            this.data = data;
        }

        DataOutputStream data() {
            return data;
        }

        /** A small number takes one byte. */
        void size(int number) throws IOException {
            int left = number;
            while ((left & ~0x7F) != 0) {
                data.writeByte((left & 0x7F) | 0x80);
                left >>>= 7;
            }
            data.writeByte(left);
        }

        void text(String text) throws IOException {
            Integer known = texts.putIfAbsent(text, texts.size());
            if (known != null) {
                size(known + 1);
                return;
            }
            size(0);
            size(text.length());
            for (int i = 0; i < text.length(); i++) {
                size(text.charAt(i));
            }
        }
    }

    /** The same the other way round. */
    static final class Input {

        private final DataInputStream data;
        private final List<String> texts = new ArrayList<>();

        Input(DataInputStream data) {
            this.data = data;
        }

        DataInputStream data() {
            return data;
        }

        int size() throws IOException {
            int number = 0;
            int shift = 0;
            while (true) {
                int one = data.readUnsignedByte();
                number |= (one & 0x7F) << shift;
                if ((one & 0x80) == 0) {
                    return number;
                }
                shift += 7;
            }
        }

        String text() throws IOException {
            int known = size();
            if (known > 0) {
                return texts.get(known - 1);
            }
            char[] letters = new char[size()];
            for (int i = 0; i < letters.length; i++) {
                letters[i] = (char) size();
            }
            String text = new String(letters);
            texts.add(text);
            return text;
        }
    }
}
