package huibao.workbook.stream;

import huibao.workbook.stream.Rows.Segment;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Where rows wait until the package is written, so that as many as a sheet can hold take no memory. The file has no
 * name after it is opened, or goes with the process: one that is killed leaves nothing behind.
 */
public final class RowSpool implements Closeable {

    private final Path path;
    private final FileChannel file;
    private long end;

    private RowSpool(Path path, FileChannel file) {
        this.path = path;
        this.file = file;
    }

    /** In the workbook's folder: there is the room for it. */
    public static RowSpool beside(Path workbook) {
        String name = workbook.getFileName().toString();
        Path path = workbook.resolveSibling((name.startsWith(".") ? name : "." + name) + ".rows.tmp");
        try {
            return new RowSpool(
                    path,
                    FileChannel.open(
                            path,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.DELETE_ON_CLOSE));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + path, e);
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
            throw new UncheckedIOException("cannot write " + path, e);
        }
    }

    byte[] read(Segment segment) throws IOException {
        ByteBuffer into = ByteBuffer.allocate(segment.bytes());
        while (into.hasRemaining()) {
            if (file.read(into, segment.start() + into.position()) < 0) {
                throw new EOFException("rows of a sheet are gone");
            }
        }
        return into.array();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
