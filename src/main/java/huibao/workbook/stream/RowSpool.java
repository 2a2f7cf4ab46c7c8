package huibao.workbook.stream;

import huibao.workbook.stream.Rows.Segment;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.UUID;

/**
 * Where rows wait until the package is written, so that as many as a sheet can hold take no memory. The file has no
 * name after it is opened, or goes with the process: one that is killed leaves nothing behind.
 */
public final class RowSpool implements Closeable {

    private final FileChannel file;
    private long end;

    private RowSpool(FileChannel file) {
        this.file = file;
    }

    /** Where the workbook is to stand: there is the room for it. */
    public static RowSpool beside(Path workbook) {
        Path folder = Objects.requireNonNull(workbook.toAbsolutePath().getParent());
        Path path = folder.resolve("." + workbook.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            return new RowSpool(FileChannel.open(
                    path,
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a file in " + folder, e);
        }
    }

    /** A place for rows that follow each other in a sheet, whatever comes in between here. */
    public Rows rows() {
        return new Rows(this);
    }

    Segment append(XmlBytes bytes, int rows) {
        try {
            ByteBuffer from = ByteBuffer.wrap(bytes.array(), 0, bytes.length());
            long start = end;
            while (from.hasRemaining()) {
                end += file.write(from, end);
            }
            return new Segment(start, bytes.length(), rows);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the rows of a sheet", e);
        }
    }

    byte[] read(Segment segment) throws IOException {
        ByteBuffer into = ByteBuffer.allocate(segment.bytes());
        while (into.hasRemaining()) {
            if (file.read(into, segment.start() + into.position()) < 0) {
                throw new IOException("rows of a sheet are gone");
            }
        }
        return into.array();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
