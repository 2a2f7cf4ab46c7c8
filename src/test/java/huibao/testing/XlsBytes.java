package huibao.testing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** An .xls file record by record, to be changed as no library would write it. */
public final class XlsBytes {

    public static final int BEGIN = 0x809;
    public static final int END = 0x0A;
    public static final int SHEET = 0x85;
    public static final int STYLE = 0xE0;
    public static final int FORMAT = 0x41E;
    public static final int ROW = 0x208;
    public static final int DEFAULT_HEIGHT = 0x225;

    /**
     * A record.
     *
     * @param kind its number
     * @param body what it holds; it may be changed
     */
    public record Entry(int kind, byte[] body) {

        public ByteBuffer buffer() {
            return ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN);
        }
    }

    private XlsBytes() {}

    /** The file with another stream of records. */
    public static byte[] changed(byte[] file, UnaryOperator<byte[]> change) {
        try (POIFSFileSystem from = new POIFSFileSystem(new ByteArrayInputStream(file));
                POIFSFileSystem to = new POIFSFileSystem()) {
            byte[] stream;
            try (InputStream in = from.createDocumentInputStream("Workbook")) {
                stream = in.readAllBytes();
            }
            to.createDocument(new ByteArrayInputStream(change.apply(stream)), "Workbook");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            to.writeFilesystem(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file with other bytes in its records, none longer or shorter; the places of its sheets stay right. */
    public static byte[] edited(byte[] file, java.util.function.Consumer<List<Entry>> edit) {
        return changed(file, stream -> {
            List<Entry> entries = entries(stream);
            edit.accept(entries);
            return placed(entries);
        });
    }

    /** The stream's records up to the end of its last sheet. */
    public static List<Entry> entries(byte[] stream) {
        List<Entry> entries = new ArrayList<>();
        ByteBuffer buffer = ByteBuffer.wrap(stream).order(ByteOrder.LITTLE_ENDIAN);
        int depth = 0;
        while (buffer.remaining() >= 4) {
            int kind = Short.toUnsignedInt(buffer.getShort());
            if (depth == 0 && kind != BEGIN) {
                break;
            }
            byte[] body = new byte[Short.toUnsignedInt(buffer.getShort())];
            buffer.get(body);
            depth += kind == BEGIN ? 1 : kind == END ? -1 : 0;
            entries.add(new Entry(kind, body));
        }
        return entries;
    }

    /** Parts of a stream: the workbook's own records, then those of each sheet. */
    public static List<List<Entry>> parts(List<Entry> entries) {
        List<List<Entry>> parts = new ArrayList<>();
        int depth = 0;
        for (Entry entry : entries) {
            if (entry.kind() == BEGIN && depth++ == 0) {
                parts.add(new ArrayList<>());
            }
            parts.get(parts.size() - 1).add(entry);
            depth -= entry.kind() == END ? 1 : 0;
        }
        return parts;
    }

    /** The records as a stream, each sheet at the place that the workbook states. */
    public static byte[] placed(List<Entry> entries) {
        List<List<Entry>> parts = parts(entries);
        List<byte[]> bytes = parts.stream().map(XlsBytes::stream).toList();
        List<Integer> order = new ArrayList<>();
        for (int i = 1; i < parts.size(); i++) {
            order.add(i);
        }
        return placed(parts, bytes, order, new byte[0]);
    }

    /** The same with bytes between the parts, and the sheets one behind the other as told. */
    public static byte[] placed(List<List<Entry>> parts, List<Integer> order, byte[] between) {
        return placed(parts, parts.stream().map(XlsBytes::stream).toList(), order, between);
    }

    private static byte[] placed(List<List<Entry>> parts, List<byte[]> bytes, List<Integer> order, byte[] between) {
        int[] places = new int[parts.size()];
        int place = bytes.get(0).length + between.length;
        for (int part : order) {
            places[part] = place;
            place += bytes.get(part).length + between.length;
        }
        int sheet = 1;
        for (Entry entry : parts.get(0)) {
            if (entry.kind() == SHEET) {
                entry.buffer().putInt(0, places[sheet++]);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(stream(parts.get(0)));
        out.writeBytes(between);
        for (int part : order) {
            out.writeBytes(bytes.get(part));
            out.writeBytes(between);
        }
        return out.toByteArray();
    }

    /** Records one behind the other. */
    public static byte[] stream(List<Entry> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Entry entry : entries) {
            ByteBuffer head = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
            head.putShort((short) entry.kind()).putShort((short) entry.body().length);
            out.writeBytes(head.array());
            out.writeBytes(entry.body());
        }
        return out.toByteArray();
    }
}
